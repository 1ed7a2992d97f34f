namespace ProdSales.Planning.Definition;

/// <summary>A measure that is forecast: which rows it sums, which series they fall into, and how these add up.</summary>
public sealed record PlannedSeries
{
    /// <summary>Gets the name, which is that of the measure in the feed of forecasts, as <c>revenue</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the unit of the values.</summary>
    public required PlannedUnit Unit { get; init; }

    /// <summary>Gets the length of a period.</summary>
    public PlannedStep Step { get; init; }

    /// <summary>Gets how many periods ahead are forecast.</summary>
    public int Horizon { get; init; } = 6;

    /// <summary>Gets the columns that tell the leaves of the hierarchy apart, some of <see cref="LeafColumns.All"/>.</summary>
    public required IReadOnlyList<string> Leaf { get; init; }

    /// <summary>Gets the levels above the leaves, each by the leaf columns that it keeps; none for the total.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Levels { get; init; }

    /// <summary>Gets whether open deals and their scores also tell something about it.</summary>
    public bool HasDeals { get; init; }

    /// <summary>Gets what stock of the items is proposed for; null where none is.</summary>
    public StockTarget? Stock { get; init; }

    /// <summary>
    /// Gets the query of the rows: <c>day</c>, <c>source_system</c> of the members (NULL where there is none), every leaf column and <c>value</c>. It reads nothing that
    /// was dated after <c>$origin</c>.
    /// </summary>
    public required string Rows { get; init; }

    /// <summary>Gets the query of the items that could be asked for but may never have been: <c>product_id</c>; null where the leaves are no items.</summary>
    public string? Items { get; init; }
}
