using ProdSales.Learning.Data;

namespace ProdSales.Learning.Features.Terms;

/// <summary>The logarithm of one more than a number that is never negative; below 0 counts as 0.</summary>
/// <param name="Column">The source column.</param>
public sealed record LogTerm(string Column) : FeatureTerm(Column)
{
    /// <inheritdoc/>
    public override string Name => $"log({Column})";

    /// <inheritdoc/>
    public override void Write(TableColumn source, FeatureMatrix target, int feature) =>
        WriteNumbers(source, target, feature, value => Math.Log(1 + Math.Max(0, value)));
}
