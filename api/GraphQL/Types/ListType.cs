namespace ProdSales.GraphQL.Types;

/// <summary>A list; its text is <c>[item]</c>.</summary>
/// <param name="item">The type of every entry.</param>
public sealed class ListType(GraphType item) : GraphType
{
    /// <summary>The type of every entry.</summary>
    public GraphType Item { get; } = item;

    /// <inheritdoc/>
    public override string ToString() => $"[{Item}]";
}
