using ProdSales.Learning.Boosting;

namespace ProdSales.Learning.Selection;

/// <summary>Which logistic regression, which trees, and how much of each.</summary>
/// <param name="Ridge">The ridge of the logistic regression.</param>
/// <param name="Trees">How the trees are grown; null where none help.</param>
/// <param name="Share">The weight of the trees on the scale of log-odds, 0 to 1.</param>
/// <param name="Margins">What the blend said of rows that its parts did not see.</param>
internal sealed record Blend(double Ridge, BoostingSettings? Trees, double Share, double[] Margins);
