namespace ProdSales.Predictions.Monitoring;

/// <summary>How one column stands against its reference on one day.</summary>
/// <param name="Column">The column.</param>
/// <param name="Index">The population stability index.</param>
/// <param name="Missing">Share of rows without a value.</param>
/// <param name="Sum">How much more than usual it has differed, summed up; an alarm above <see cref="DriftTest.Limit"/>.</param>
public sealed record DriftFigure(string Column, double Index, double Missing, double Sum);
