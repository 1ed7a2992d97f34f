namespace ProdSales.Learning.Selection;

/// <summary>What whoever reads the result must know of how it came to be.</summary>
/// <param name="Code">A stable code of <see cref="Codes"/>.</param>
/// <param name="Facts">What a sentence tells.</param>
public sealed record LearnNote(string Code, IReadOnlyDictionary<string, object> Facts)
{
    /// <summary>Gets every code, in kebab case; <c>text-column</c> is one in which nearly every row has another name.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        "constant-column", "empty-column", "duplicate-column", "text-column", "few-labels", "no-skill", "boosting-unavailable", "monotone-not-number", "sampled-rows", "no-outcomes",
    ];
}
