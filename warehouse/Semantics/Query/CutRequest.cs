namespace ProdSales.Semantics;

/// <summary>A cut asked for: the whole, or one row for each member of a dimension or each step of time.</summary>
public sealed record CutRequest
{
    /// <summary>The dimension that it is cut by; null for the whole and for a cut over time.</summary>
    public Dimension? Dimension { get; init; }

    /// <summary>The step of time that it is cut by; null for the whole and for a cut by dimension.</summary>
    public TimeGrain? Grain { get; init; }

    /// <summary>True when a cut over time also has the steps of the period of which nothing is on record, under each row of the cut around it; their values are null.</summary>
    public bool EveryStep { get; init; }

    /// <summary>Measures to give.</summary>
    public IReadOnlyList<MeasureRequest> Measures { get; init; } = [];

    /// <summary>Names and attributes to give: keys of this cut, of the cuts around it, and attributes of their members.</summary>
    public IReadOnlyList<CutField> Fields { get; init; } = [];

    /// <summary>Conditions on the members or steps whose rows are told; all must hold.</summary>
    public IReadOnlyList<NameCondition> Names { get; init; } = [];

    /// <summary>Conditions on the values of the rows that are told; all must hold.</summary>
    public IReadOnlyList<ValueCondition> Values { get; init; } = [];

    /// <summary>Rows behind numbers to give with each row.</summary>
    public IReadOnlyList<NestedRows> Rows { get; init; } = [];

    /// <summary>The order; null takes the natural one.</summary>
    public CutOrder? Order { get; init; }

    /// <summary>The most rows for each row of the cut around it, of those that meet the conditions; null for all.</summary>
    public int? First { get; init; }

    /// <summary>Finer cuts, in the order in which they are to be told.</summary>
    public IReadOnlyList<CutRequest> Cuts { get; init; } = [];

    /// <summary>What its rows are ordered and chosen by, and whose rows are given with them, beside what it gives.</summary>
    internal IEnumerable<MeasureRequest> Judged =>
        Values.SelectMany(condition => condition.Value.Parts).Concat(Rows.Select(rows => new MeasureRequest(rows.Measure))).Concat(Order?.Value?.Parts ?? []);
}
