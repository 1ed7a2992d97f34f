namespace ProdSales.Learning.Evaluation;

/// <summary>One figure of probabilities and outcomes, as <see cref="Metrics.Auc"/>.</summary>
/// <param name="probabilities">One a row.</param>
/// <param name="labels">One a row.</param>
public delegate double MetricFigure(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels);
