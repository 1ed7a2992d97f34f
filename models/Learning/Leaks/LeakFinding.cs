namespace ProdSales.Learning.Leaks;

/// <summary>A column that seems to know the outcome.</summary>
/// <param name="Column">The column.</param>
/// <param name="Code">
/// A stable kebab-case code: <c>alone-tells-outcome</c>, <c>value-only-with-outcome</c>, <c>missing-tells-outcome</c>, <c>empty-only-with-outcome</c>, <c>judged-after-outcome</c>, <c>after-as-of</c>,
/// <c>derived-from-later</c>, <c>changed-after-as-of</c>, <c>shares-of-finished-whole</c>, <c>named-after-outcome</c>.
/// </param>
/// <param name="Violates">The moment that is violated: the date column that lies later, or what the values would need to wait for; null where none is known.</param>
/// <param name="Facts">What a sentence tells, with the strength of the evidence.</param>
public sealed record LeakFinding(string Column, string Code, string? Violates, IReadOnlyDictionary<string, object> Facts);
