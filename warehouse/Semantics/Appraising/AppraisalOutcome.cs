namespace ProdSales.Semantics;

/// <summary>An answer, or why there is none; exactly one of the two is not null.</summary>
public sealed record AppraisalOutcome(AppraisalAnswer? Answer, AppraisalRefusal? Refusal);
