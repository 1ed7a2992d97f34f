namespace ProdSales.Semantics;

/// <summary>One fact read over one period.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Comparison">The period to compare with, or null for the period of the question.</param>
/// <param name="Step">For a snapshot the step of time whose last day is read, null for the last day of the period; null for any other fact.</param>
internal sealed record ScanSource(Fact Fact, Comparison? Comparison, TimeGrain? Step)
{
    internal string Prefix => Comparison switch
    {
        null => "",
        Semantics.Comparison.PreviousPeriod => "previous_period_",
        _ => "last_year_",
    };

    internal string Name => $"{Prefix}{Fact.Name}{(Step is { } step ? $"_by_{step.ToString().ToLowerInvariant()}" : "")}";

    public bool Equals(ScanSource? other) =>
        other is not null && ReferenceEquals(Fact, other.Fact) && Comparison == other.Comparison && Step == other.Step;

    public override int GetHashCode() => HashCode.Combine(Fact.Name, Comparison, Step);
}
