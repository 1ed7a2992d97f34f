namespace ProdSales.Sources.Mappings;

/// <summary>Collects what is wrong with one mapping, so that all of it is told at once.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<MappingProblem> _problems = [];

    /// <summary>Gets the name of the mapping file that the problems are about.</summary>
    internal string File { get; } = file;

    /// <summary>Gets whether nothing is wrong so far.</summary>
    internal bool IsEmpty => _problems.Count == 0;

    /// <summary>Notes a problem at a line; the same problem twice is noted once.</summary>
    internal void Add(int line, string code, string message)
    {
        MappingProblem problem = new(File, line, code, message);
        if (!_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Returns everything noted so far in the order of lines.</summary>
    internal IReadOnlyList<MappingProblem> InOrder() => [.. _problems.OrderBy(problem => problem.Line)];
}
