using ProdSales.Learning.Evaluation;

namespace ProdSales.Learning.Calibration;

/// <summary>The log-odds are taken at their word.</summary>
public sealed record AsItIs : Calibrator
{
    /// <inheritdoc/>
    public override double ToProbability(double margin) => LogOdds.ToProbability(margin);
}
