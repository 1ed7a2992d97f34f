namespace ProdSales.Predictions.Monitoring;

/// <summary>Something about a model that serves is not as it was, or forecasts do not hold what they promise.</summary>
/// <param name="ModelId">The model, or <c>forecast_</c> with the series.</param>
/// <param name="Figure">What: <c>psi</c>, <c>unscorable</c> or <c>calibration</c> of a model, <c>tracking</c> or <c>coverage</c> of forecasts.</param>
/// <param name="Feature">Of which feature; null for the whole.</param>
/// <param name="Severity"><c>watch</c> or <c>alarm</c>.</param>
/// <param name="RaisedDay">Since which day of the data.</param>
/// <param name="SeenDay">On which day it was seen last.</param>
/// <param name="OverDay">Since which day it is over; null while it stands.</param>
/// <param name="Value">The figure when it was seen last.</param>
/// <param name="Limit">The limit that it has passed.</param>
public sealed record ModelAlarm(string ModelId, string Figure, string? Feature, string Severity, DateOnly RaisedDay, DateOnly SeenDay, DateOnly? OverDay, double Value, double Limit)
{
    /// <summary>Gets every figure that there are alarms of.</summary>
    public static IReadOnlyList<string> Figures { get; } = ["psi", "unscorable", "calibration", "tracking", "coverage"];
}
