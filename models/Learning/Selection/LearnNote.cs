namespace ProdSales.Learning.Selection;

/// <summary>What whoever reads the result must know of how it came to be.</summary>
/// <param name="Code">
/// A stable kebab-case code: <c>constant-column</c>, <c>empty-column</c>, <c>duplicate-column</c>, <c>text-column</c> (nearly every row has another name), <c>few-labels</c>,
/// <c>no-skill</c>, <c>boosting-unavailable</c>, <c>monotone-not-number</c>.
/// </param>
/// <param name="Facts">What a sentence tells.</param>
public sealed record LearnNote(string Code, IReadOnlyDictionary<string, object> Facts);
