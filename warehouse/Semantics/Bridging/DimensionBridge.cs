namespace ProdSales.Semantics;

/// <summary>How a row of a fact has several members of a dimension at once, as an order line has every option of its configuration.</summary>
/// <remarks>Such a row counts once for each of them, so that members overlap: they never sum to what holds them all, which is always worked out from the rows.</remarks>
/// <param name="Relation">A statement in parentheses: one row for each key and member, each pair once.</param>
/// <param name="Key">Its column that a fact's own column is matched with.</param>
/// <param name="Value">Its column of the member.</param>
public sealed record DimensionBridge(string Relation, string Key, string Value)
{
    /// <summary>The same members reached from other keys: an option by the configuration of a line, and by the machine that a survey is about.</summary>
    public IReadOnlyList<DimensionBridge> Others { get; init; } = [];

    /// <summary>This one and the others.</summary>
    internal IEnumerable<DimensionBridge> All => Others.Prepend(this);

    /// <summary>The one that a fact is matched by: of the same key as its column, else this one.</summary>
    /// <param name="column">The column of the fact, with or without its alias.</param>
    internal DimensionBridge Matching(string column) => Others.FirstOrDefault(other => other.Key == column[(column.LastIndexOf('.') + 1)..]) ?? this;
}
