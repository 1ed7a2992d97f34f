namespace ProdSales.Semantics;

/// <summary>Rows that measures are computed from, and how the dimensions are reached from them.</summary>
public sealed record Fact
{
    /// <summary>Snake-case name, unique in the model.</summary>
    public required string Name { get; init; }

    /// <summary>The table of the star, or the statement in parentheses that stands for one.</summary>
    public required string Relation { get; init; }

    /// <summary>The star tables behind it; their data versions are the version of every number that it yields.</summary>
    public required IReadOnlyList<string> Tables { get; init; }

    /// <summary>Those of <see cref="Tables"/> that hold facts: each must have been loaded for the rows to mean anything.</summary>
    public IEnumerable<string> Sources => Tables.Where(table => table.StartsWith("fact_", StringComparison.Ordinal));

    /// <summary>The DATE column by which rows fall into a period.</summary>
    public required string Time { get; init; }

    /// <summary>The condition that every row meets, or null.</summary>
    public SqlFragment? Condition { get; init; }

    /// <summary>True for snapshots: over time only the last day of a period or of a bucket is read.</summary>
    public bool IsSnapshot { get; init; }

    /// <summary>From the name of a dimension to the column of the fact: the key of its table, or the value itself.</summary>
    public required IReadOnlyDictionary<string, string> Reach { get; init; }

    /// <summary>Where the fact is defined, for messages.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>Whether rows of this fact can be cut and filtered by the dimension.</summary>
    public bool Reaches(Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return Reach.ContainsKey(dimension.Name) || Reach.ContainsKey(dimension.Owner);
    }
}
