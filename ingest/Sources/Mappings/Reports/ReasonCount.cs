namespace ProdSales.Sources.Mappings.Reports;

/// <summary>How often one thing is wrong with one column.</summary>
/// <param name="Column">The feed column.</param>
/// <param name="Code">The stable code of the reason, as in <c>not-a-number</c>.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Example">The message of the first of them.</param>
public sealed record ReasonCount(string Column, string Code, long Rows, string Example)
{
    /// <summary>Gets the file of the first of them.</summary>
    public required string File { get; init; }

    /// <summary>Gets the first line on which it is; null when the rows have none.</summary>
    public long? Line { get; init; }

    /// <summary>Gets what is allowed, to follow "must be".</summary>
    public required string Allowed { get; init; }

    /// <summary>Gets the value of the first of them; null when it is missing.</summary>
    public string? Value { get; init; }
}
