using ProdSales.Learning.Data;

namespace ProdSales.Learning.Features.Terms;

/// <summary>The number itself.</summary>
/// <param name="Column">The source column.</param>
public sealed record NumberTerm(string Column) : FeatureTerm(Column)
{
    /// <inheritdoc/>
    public override string Name => Column;

    /// <inheritdoc/>
    public override void Write(TableColumn source, FeatureMatrix target, int feature) => WriteNumbers(source, target, feature, value => value);
}
