namespace ProdSales.Semantics;

/// <summary>What somebody in a position of the company may see and do. Of what is seen, a role only ever takes away.</summary>
public sealed record Role
{
    /// <summary>Snake-case name, unique in the model.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalisedText Label { get; init; }

    /// <summary>Conditions that every row must meet; empty sees all rows.</summary>
    public IReadOnlyList<RowRule> Rows { get; init; } = [];

    /// <summary>Measures whose value it may not see, as in sales.cost, with all that are derived from them.</summary>
    public IReadOnlySet<string> MaskedMeasures { get; init; } = new HashSet<string>();

    /// <summary>Columns of star tables that it may not see, as in fact_sales_order_line.cost_amount.</summary>
    public IReadOnlySet<string> MaskedColumns { get; init; } = new HashSet<string>();

    /// <summary>Dimensions that it may neither cut by, filter by, search nor see the members of.</summary>
    public IReadOnlySet<string> MaskedDimensions { get; init; } = new HashSet<string>();

    /// <summary>What it may do; without it somebody only asks.</summary>
    public IReadOnlySet<Right> Rights { get; init; } = new HashSet<Right>();

    /// <summary>Where it is defined, for messages.</summary>
    public required SourcePlace Place { get; init; }
}
