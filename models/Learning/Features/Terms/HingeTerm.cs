using System.Globalization;
using ProdSales.Learning.Data;

namespace ProdSales.Learning.Features.Terms;

/// <summary>How far a number lies above a knot, else 0: with several knots, a curve of straight pieces.</summary>
/// <param name="Column">The source column.</param>
/// <param name="Knot">Where the piece begins: a quantile of the training rows.</param>
public sealed record HingeTerm(string Column, double Knot) : FeatureTerm(Column)
{
    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"{Column}>{Knot}");

    /// <inheritdoc/>
    public override void Write(TableColumn source, FeatureMatrix target, int feature) =>
        WriteNumbers(source, target, feature, value => Math.Max(0, value - Knot));
}
