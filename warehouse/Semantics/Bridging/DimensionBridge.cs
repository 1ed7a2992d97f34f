namespace ProdSales.Semantics;

/// <summary>How a row of a fact has several members of a dimension at once, as an order line has every option of its configuration.</summary>
/// <remarks>Such a row counts once for each of them, so that members overlap: they never sum to what holds them all, which is always worked out from the rows.</remarks>
/// <param name="Relation">A statement in parentheses: one row for each key and member, each pair once.</param>
/// <param name="Key">Its column that a fact's own column is matched with.</param>
/// <param name="Value">Its column of the member.</param>
public sealed record DimensionBridge(string Relation, string Key, string Value);
