namespace ProdSales.Predictions.Trial;

/// <summary>What champion and challenger said of one subject on one day, and what came of it.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Group">What belongs together, as all scores of one customer: drawn together when intervals are made.</param>
/// <param name="Champion">Probability by the champion.</param>
/// <param name="Challenger">Probability by the challenger.</param>
/// <param name="Outcome">Whether it came within the horizon.</param>
public sealed record TrialRow(DateOnly AsOf, string Group, double Champion, double Challenger, bool Outcome);
