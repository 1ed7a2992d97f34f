namespace ProdSales.Predictions.Service;

/// <summary>One step of the service around predictions: who asked for it, when it ran, and what came of it.</summary>
/// <param name="Id">A number that rises.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Prediction">For which prediction.</param>
/// <param name="AskedBy">Who asked: a person, or <c>schedule</c>.</param>
/// <param name="AskedAt">When, in UTC.</param>
/// <param name="StartedAt">When it began; null while it waits.</param>
/// <param name="EndedAt">When it was over; null until then.</param>
/// <param name="Outcome">How far it has come.</param>
/// <param name="Code">Why it was refused or failed, kebab-case; of a judgement the reason of the verdict; null otherwise.</param>
/// <param name="Facts">What came of it as JSON: of training <c>model</c>, of scoring <c>day</c>, <c>models</c> and <c>subjects</c>; of a failure <c>detail</c>.</param>
public sealed record ModelRun(
    long Id,
    RunKind Kind,
    string Prediction,
    string AskedBy,
    DateTime AskedAt,
    DateTime? StartedAt,
    DateTime? EndedAt,
    RunOutcome Outcome,
    string? Code,
    string Facts);
