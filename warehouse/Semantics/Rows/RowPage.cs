namespace ProdSales.Semantics;

/// <summary>One page of the rows of a number.</summary>
/// <param name="Parts">The aggregates of the formula, each once, from left to right; a row tells what it adds to each.</param>
/// <param name="Rows">Rows in a total order: by fact in the order of the formula, then by its keys.</param>
/// <param name="HasMore">Whether rows follow.</param>
/// <param name="Sql">The statements that were run.</param>
public sealed record RowPage(IReadOnlyList<Aggregate> Parts, IReadOnlyList<NumberRow> Rows, bool HasMore, IReadOnlyList<string> Sql)
{
    /// <summary>Whether rows stand before it.</summary>
    public bool HasEarlier { get; init; }
}

/// <summary>A page, or why there is none; exactly one is present.</summary>
/// <param name="Page">The page.</param>
/// <param name="Refusal">Why no rows are shown.</param>
public sealed record RowOutcome(RowPage? Page, RowRefusal? Refusal);
