namespace ProdSales.Learning.Leaks;

/// <summary>A column that seems to know the outcome.</summary>
/// <param name="Column">The column.</param>
/// <param name="Code">A stable code of <see cref="Codes"/>.</param>
/// <param name="Violates">The moment that is violated: the date column that lies later, or what the values would need to wait for; null where none is known.</param>
/// <param name="Facts">What a sentence tells, with the strength of the evidence.</param>
public sealed record LeakFinding(string Column, string Code, string? Violates, IReadOnlyDictionary<string, object> Facts)
{
    /// <summary>Gets every code, in kebab case.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        "alone-tells-outcome", "value-only-with-outcome", "missing-tells-outcome", "empty-only-with-outcome", "judged-after-outcome",
        "after-as-of", "derived-from-later", "changed-after-as-of", "shares-of-finished-whole", "named-after-outcome",
    ];
}
