namespace ProdSales.Planning.Hierarchies;

/// <summary>The forecasts of all nodes from one origin.</summary>
/// <param name="Points">The points, one array of all nodes a step.</param>
/// <param name="Spreads">How large an error is to be expected, likewise.</param>
/// <param name="Periods">Steps of the season that each node was forecast with.</param>
/// <param name="IsSeldom">Whether each node is seldom demand.</param>
internal sealed record NodeForecast(double[][] Points, double[][] Spreads, int[] Periods, bool[] IsSeldom);
