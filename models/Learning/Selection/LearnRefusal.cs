namespace ProdSales.Learning.Selection;

/// <summary>Why nothing is learned: the rows do not allow it.</summary>
/// <param name="Code">A stable code of <see cref="Codes"/>.</param>
/// <param name="Facts">What a sentence tells.</param>
public sealed record LearnRefusal(string Code, IReadOnlyDictionary<string, object> Facts)
{
    /// <summary>Gets every code, in kebab case; the last two refuse rows that are to be scored.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["no-rows", "one-class", "too-few-labels", "no-columns", "no-times", "nothing-known", "leaking-column", "column-absent", "column-kind"];
}
