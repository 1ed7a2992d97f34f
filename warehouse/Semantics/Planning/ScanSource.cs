namespace ProdSales.Semantics;

/// <summary>One fact read over one period.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Comparison">The period to compare with, or null for the period of the question.</param>
/// <param name="Window">Which days of the fact speak for the period.</param>
/// <param name="Step">
/// Where the window is not the period itself, the finest step of time that the cut is made by, each of which has a window of its own;
/// null where the whole period has one.
/// </param>
/// <param name="Through">The column that a rolled yield multiplies over; null for every other aggregate.</param>
internal sealed record ScanSource(Fact Fact, Comparison? Comparison, Window Window, TimeGrain? Step, string? Through)
{
    /// <summary>The dimensions of which a row may have several members and by which the pass cuts, with a bar between; its rows are counted once for each member.</summary>
    internal string Fans { get; private init; } = "";

    /// <summary>True when a snapshot also speaks for days after it, on which other series have theirs.</summary>
    internal bool IsCarried => Window.IsOfSnapshots() && Fact.Series is { Lasts: not null };

    /// <summary>True when the window decides which rows belong to the period, and not the day of the row alone.</summary>
    internal bool ChoosesRows => Window.ReachesBack() || IsCarried;

    internal string Prefix => Comparison?.Prefix ?? "";

    internal string Name =>
        $"{Prefix}{Fact.Name}{(Window == Fact.Window ? "" : $"_{Window.Word()}")}{(Step is { } step ? $"_by_{step.ToString().ToLowerInvariant()}" : "")}{(Through is null ? "" : $"_through_{Through}")}{(Fans.Length == 0 ? "" : $"_for_each_{Fans.Replace('|', '_')}")}";

    /// <summary>The source of an aggregate in a cut.</summary>
    internal static ScanSource Of(Aggregate part, Comparison? comparison, PlannedCut cut) => new(part.Fact, comparison, part.Window, StepOf(part.Window, cut), part.Step) { Fans = FansOf(cut) };

    /// <summary>The rows of a fact in a cut that asks for no number.</summary>
    internal static ScanSource Of(Fact fact, PlannedCut cut) => new(fact, null, fact.Window, StepOf(fact.Window, cut), null) { Fans = FansOf(cut) };

    /// <summary>Whether the aggregate is computed in this pass.</summary>
    internal bool Holds(Aggregate part) => ReferenceEquals(Fact, part.Fact) && Window == part.Window && Through == part.Step;

    public bool Equals(ScanSource? other) =>
        other is not null && ReferenceEquals(Fact, other.Fact) && Comparison == other.Comparison && Window == other.Window && Step == other.Step && Through == other.Through && Fans == other.Fans;

    public override int GetHashCode() => HashCode.Combine(Fact.Name, Comparison, Window, Step, Through, Fans);

    // Sums over rows that are counted several times serve no other cut.
    private static string FansOf(PlannedCut cut) => string.Join('|', cut.Keys.Where(key => key.Dimension?.Bridge is not null).Select(key => key.Column).Order(StringComparer.Ordinal));

    private static TimeGrain? StepOf(Window window, PlannedCut cut) =>
        window is Window.Period ? null : cut.Keys.Select(key => key.Grain).Where(grain => grain is not null).Min();
}
