namespace ProdSales.GraphQL.Types.Building;

/// <summary>A schema does not fit together: a mistake of its author, found when the program starts.</summary>
/// <param name="problems">One sentence for each problem; at least one.</param>
public sealed class SchemaException(IReadOnlyList<string> problems) : ArgumentException(string.Join(Environment.NewLine, problems))
{
    /// <summary>One sentence for each problem; at least one.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
