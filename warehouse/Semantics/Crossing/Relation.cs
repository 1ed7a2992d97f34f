namespace ProdSales.Semantics;

/// <summary>How closely two measures go together over cells.</summary>
/// <param name="Cells">Cells that it rests on.</param>
/// <param name="Correlation">Pearson's coefficient from -1 to 1; null with fewer than three cells or where one of the two never varies.</param>
/// <param name="Low">Lower end of its interval at 95 % by Fisher's transformation; null with fewer cells than that needs.</param>
/// <param name="High">Upper end.</param>
public sealed record Relation(int Cells, double? Correlation, double? Low, double? High)
{
    /// <summary>True when the interval leaves out 0.</summary>
    public bool IsTold => Low > 0 || High < 0;
}
