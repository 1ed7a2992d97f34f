namespace ProdSales.GraphQL.Types;

/// <summary>A type whose values are never null; its text is <c>inner!</c>.</summary>
/// <param name="inner">A named type or a list.</param>
public sealed class NonNullType(GraphType inner) : GraphType
{
    /// <summary>The type that null is taken from.</summary>
    public GraphType Inner { get; } = inner;

    /// <inheritdoc/>
    public override string ToString() => $"{Inner}!";
}
