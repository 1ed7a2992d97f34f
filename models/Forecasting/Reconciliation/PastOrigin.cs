namespace ProdSales.Forecasting.Reconciliation;

/// <summary>A moment of the past at which a hierarchy was forecast.</summary>
/// <param name="Forecasts">Forecasts of all nodes, one array a step.</param>
/// <param name="Came">What came, one array of all nodes a step, as far as it is known.</param>
/// <param name="Errors">Errors known at the moment, one array of all nodes for each origin before and each step that is planned for.</param>
public sealed record PastOrigin(IReadOnlyList<double[]> Forecasts, IReadOnlyList<double[]> Came, IReadOnlyList<double[]> Errors);
