namespace ProdSales.Semantics;

/// <summary>Why a benefit, or what it is worth, is not known.</summary>
/// <param name="Code">Stable kebab-case code: those of unavailable measures, <c>no-data</c>, or <c>rate-not-stated</c>.</param>
/// <param name="Measure">The measure that has no value; null for a rate.</param>
/// <param name="Detail">The dimension, source or rate that it is about; null where the code says all.</param>
public sealed record AppraisalReason(string Code, Measure? Measure, string? Detail);
