using System.Collections.Frozen;

namespace ProdSales.Semantics;

/// <summary>The question which rows a number is made of. A cell of a cut is asked for by its members as filters, and by its step of time as the period.</summary>
public sealed record RowRequest
{
    /// <summary>The most rows of one page.</summary>
    public const int MostRows = 500;

    /// <summary>The rows of one page where nobody says how many.</summary>
    public const int UsualRows = 100;

    /// <summary>The measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The days that count.</summary>
    public required Period Period { get; init; }

    /// <summary>The day of the question: a promise is due when it lies before it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The side of a comparison whose rows are asked for, or null for the period itself.</summary>
    public Comparison? Comparison { get; init; }

    /// <summary>Which version of a member the conditions mean where its attributes have changed.</summary>
    public History History { get; init; } = History.AsWas;

    /// <summary>Conditions that all must hold.</summary>
    public IReadOnlyList<MemberFilter> Filters { get; init; } = [];

    /// <summary>What the asker may see.</summary>
    public SecurityScope Scope { get; init; } = SecurityScope.Full;

    /// <summary>Fact tables into which no batch has ever brought a row.</summary>
    public IReadOnlySet<string> Unconnected { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The most rows to give, from 1 to <see cref="MostRows"/>, from the beginning.</summary>
    public int First { get; init; } = UsualRows;

    /// <summary>In place of <see cref="First"/>: the most rows to give, from 1 to <see cref="MostRows"/>, from the end; they are told in the same order. Null gives the first.</summary>
    public int? Last { get; init; }

    /// <summary>The cursor of the row behind which to go on, or null for the beginning.</summary>
    public string? After { get; init; }

    /// <summary>The cursor of the row before which to end, or null for no end.</summary>
    public string? Before { get; init; }

    /// <summary>Addresses of documents by source system, with {document} and {line} where their ids belong.</summary>
    public IReadOnlyDictionary<string, string> DocumentAddresses { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Rollups that the warehouse keeps: the number of cases is read from them where they say the same, the rows never.</summary>
    public IReadOnlyList<Rollup> Rollups { get; init; } = [];

    /// <summary>The number itself, as the planner is asked for it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="isGuarded">Whether the number is held back where it rests on too few cases.</param>
    internal MetricQuery Query(SemanticModel model, bool isGuarded) => new()
    {
        Subject = model.Subject(Measure.Subject)!,
        Period = Period,
        AsOf = AsOf,
        History = History,
        Filters = Filters,
        Scope = Scope,
        Unconnected = Unconnected,
        Rollups = isGuarded ? Rollups : [],
        Cuts = [new CutRequest { Measures = [new MeasureRequest(isGuarded ? Measure : Measure with { Minimum = null }, Comparison)] }],
    };
}
