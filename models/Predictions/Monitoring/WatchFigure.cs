namespace ProdSales.Predictions.Monitoring;

/// <summary>What the watch saw of a model on a day.</summary>
/// <param name="Figure">
/// <c>psi</c>, <c>drift</c> (the sum that <see cref="DriftTest"/> keeps) and <c>missing</c> of a feature or of the score; <c>unscorable</c>; and of scores with known outcomes
/// <c>base-rate</c>, <c>said</c>, <c>ece</c>, <c>slope</c> and <c>calibration</c> (by how many standard errors more came than was said).
/// </param>
/// <param name="Feature">The feature; null for a figure of the whole.</param>
/// <param name="Value">The figure.</param>
/// <param name="Rows">Rows that it rests on.</param>
public sealed record WatchFigure(string Figure, string? Feature, double Value, long Rows);
