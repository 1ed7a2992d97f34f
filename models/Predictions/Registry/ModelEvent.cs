namespace ProdSales.Predictions.Registry;

/// <summary>A decision about a model.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="DecidedAt">When, in UTC.</param>
/// <param name="From">Its status before; null when it was new.</param>
/// <param name="To">Its status after, which is the same where a judgement left it waiting.</param>
/// <param name="DecidedBy">Who decided it: a person, <c>training</c> or <c>trial</c>.</param>
/// <param name="Reason">Why; the code of the verdict where a trial decided.</param>
/// <param name="Figures">What it was decided on, as JSON; null for decisions of people.</param>
public sealed record ModelEvent(string ModelId, DateTime DecidedAt, ModelStatus? From, ModelStatus To, string DecidedBy, string Reason, string? Figures);
