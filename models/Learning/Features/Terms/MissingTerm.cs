using ProdSales.Learning.Data;

namespace ProdSales.Learning.Features.Terms;

/// <summary>1 where there is no value, else 0.</summary>
/// <param name="Column">The source column.</param>
public sealed record MissingTerm(string Column) : FeatureTerm(Column)
{
    /// <inheritdoc/>
    public override string Name => $"{Column} is missing";

    /// <inheritdoc/>
    public override void Write(TableColumn source, FeatureMatrix target, int feature)
    {
        for (int row = 0; row < source.RowCount; row++)
        {
            target.Set(row, feature, source.IsMissing(row) ? 1 : 0);
        }
    }
}
