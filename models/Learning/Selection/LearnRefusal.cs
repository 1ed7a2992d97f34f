namespace ProdSales.Learning.Selection;

/// <summary>Why nothing is learned: the rows do not allow it.</summary>
/// <param name="Code">A stable kebab-case code: <c>no-rows</c>, <c>one-class</c>, <c>too-few-labels</c>, <c>no-columns</c>, <c>no-times</c>.</param>
/// <param name="Facts">What a sentence tells.</param>
public sealed record LearnRefusal(string Code, IReadOnlyDictionary<string, object> Facts);
