using ProdSales.Predictions.Definition;

namespace ProdSales.Predictions.Monitoring;

/// <summary>What a look at the model of a prediction came to.</summary>
/// <param name="Prediction">The prediction.</param>
/// <param name="ModelId">The champion; null when there is none.</param>
/// <param name="Code">Why nothing was seen: <c>nobody-serves</c>, <c>seen-already</c>, <c>model-bytes</c>, <c>too-few-weeks</c>; null when something was.</param>
/// <param name="Figures">What was seen.</param>
/// <param name="Alarms">The alarms that stand after it.</param>
public sealed record WatchResult(Prediction Prediction, string? ModelId, string? Code, IReadOnlyList<WatchFigure> Figures, IReadOnlyList<ModelAlarm> Alarms);
