using ProdSales.Learning.Data;

namespace ProdSales.Learning.Features.Terms;

/// <summary>1 where a category is one name, else 0.</summary>
/// <param name="Column">The source column.</param>
/// <param name="Level">The name.</param>
public sealed record LevelTerm(string Column, string Level) : FeatureTerm(Column)
{
    /// <inheritdoc/>
    public override string Name => $"{Column}={Level}";

    /// <inheritdoc/>
    public override void Write(TableColumn source, FeatureMatrix target, int feature)
    {
        int code = source.CodeOf(Level);
        ReadOnlySpan<int> codes = source.Codes;
        for (int row = 0; row < codes.Length; row++)
        {
            target.Set(row, feature, codes[row] == code ? 1 : 0);
        }
    }
}
