namespace ProdSales.Semantics;

/// <summary>A name or an id asked for in a cut.</summary>
/// <param name="Dimension">Whose.</param>
/// <param name="IsId">True for the id of the source, false for the name.</param>
public sealed record CutField(Dimension Dimension, bool IsId)
{
    /// <summary>The name of its column in the result.</summary>
    public string Column => IsId ? $"{Dimension.Name}_id" : Dimension.Name;
}
