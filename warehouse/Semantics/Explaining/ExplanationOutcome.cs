namespace ProdSales.Semantics;

/// <summary>An explanation, or why there is none; exactly one is present.</summary>
/// <param name="Explanation">What explains the change.</param>
/// <param name="Refusal">Why it is not explained.</param>
public sealed record ExplanationOutcome(Explanation? Explanation, ExplanationRefusal? Refusal);
