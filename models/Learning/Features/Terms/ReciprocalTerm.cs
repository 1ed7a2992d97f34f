using ProdSales.Learning.Data;

namespace ProdSales.Learning.Features.Terms;

/// <summary>One by one more than a number that is never negative: what only the first months, days or pieces make a difference to.</summary>
/// <param name="Column">The source column.</param>
public sealed record ReciprocalTerm(string Column) : FeatureTerm(Column)
{
    /// <inheritdoc/>
    public override string Name => $"1/(1+{Column})";

    /// <inheritdoc/>
    public override void Write(TableColumn source, FeatureMatrix target, int feature) =>
        WriteNumbers(source, target, feature, value => 1 / (1 + Math.Max(0, value)));
}
