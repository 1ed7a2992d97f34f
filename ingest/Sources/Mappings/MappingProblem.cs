namespace ProdSales.Sources.Mappings;

/// <summary>One thing that is wrong with a mapping, found before a row moved.</summary>
/// <param name="File">The mapping file, as it was named to us.</param>
/// <param name="Line">The 1-based line of that file.</param>
/// <param name="Code">The stable kebab-case reason, as in <c>unknown-column</c>; docs/mappings.md lists them.</param>
/// <param name="Message">What is wrong: the thing, the value and what is allowed.</param>
public sealed record MappingProblem(string File, int Line, string Code, string Message)
{
    /// <summary>Writes the problem as one line for an operator: file, line and message.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{File}, line {Line}: {Message}";
}
