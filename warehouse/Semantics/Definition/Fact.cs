namespace ProdSales.Semantics;

/// <summary>Rows that measures are computed from, and how the dimensions are reached from them.</summary>
public sealed record Fact
{
    /// <summary>Snake-case name, unique in the model.</summary>
    public required string Name { get; init; }

    /// <summary>The table of the star, or the statement in parentheses that stands for one.</summary>
    public required string Relation { get; init; }

    /// <summary>Whether the rows depend on the day of the question, the parameter <c>as_of</c>.</summary>
    public bool AsksForDay => Relation.Contains($"${SqlFragment.DayOfQuestion}", StringComparison.Ordinal);

    /// <summary>The star tables behind it; their data versions are the version of every number that it yields.</summary>
    public required IReadOnlyList<string> Tables { get; init; }

    /// <summary>Columns of other tables, as in fact_opportunity.amount, that loading has worked its rows out from: whoever may not see one of them sees none of its numbers.</summary>
    public IReadOnlyList<string> Tells { get; init; } = [];

    /// <summary>Qualified names of the measures whose sums the statement has put in.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Those of <see cref="Tables"/> that only fill gaps: the rows mean something without them.</summary>
    public IReadOnlyList<string> Fillers { get; init; } = [];

    /// <summary>Those of <see cref="Tables"/> that hold facts and fill no gaps: each must have been loaded for the rows to mean anything.</summary>
    public IEnumerable<string> Sources => Tables.Where(table => table.StartsWith("fact_", StringComparison.Ordinal)).Except(Fillers, StringComparer.Ordinal);

    /// <summary>The DATE column by which rows fall into a period.</summary>
    public required string Time { get; init; }

    /// <summary>True where the day of a row may lie ahead of what has happened, as that of a promise, a plan or a term; false where a row tells what happened on its day, so that none speaks before that day.</summary>
    public bool IsAhead { get; init; }

    /// <summary>The condition that every row meets, or null.</summary>
    public SqlFragment? Condition { get; init; }

    /// <summary>Which days speak for a period where a measure does not say otherwise.</summary>
    public Window Window { get; init; }

    /// <summary>
    /// The statement of the days that have a snapshot, in a column <c>day</c>, for a fact that has a row only where there is something to tell: a day on which nobody owes anything
    /// is a day all the same. Null where every day with a snapshot has rows.
    /// </summary>
    public string? Days { get; init; }

    /// <summary>What has days of its own within the fact, or null where a day is that of all rows.</summary>
    public SnapshotSeries? Series { get; init; }

    /// <summary>True for snapshots: days are never added up.</summary>
    public bool IsSnapshot => Window.IsOfSnapshots();

    /// <summary>From the name of a dimension to the column of the fact: the key of its table, or the value itself.</summary>
    public required IReadOnlyDictionary<string, string> Reach { get; init; }

    /// <summary>Dimensions along which a row also tells of rows of other members, as the sales of a seller in every region: no scope may part it by them.</summary>
    public IReadOnlyList<string> Mixes { get; init; } = [];

    /// <summary>Columns that together name one row and give rows their order.</summary>
    public IReadOnlyList<string> Keys { get; init; } = ["source_key", "source_id"];

    /// <summary>Where a row comes from in its source, or null when a row is made from several.</summary>
    public DocumentColumns? Document { get; init; }

    /// <summary>Where the fact is defined, for messages.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>Whether rows of this fact can be cut and filtered by the dimension.</summary>
    public bool Reaches(Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return Reach.ContainsKey(dimension.Name) || Reach.ContainsKey(dimension.Owner);
    }

    /// <summary>Whether each row tells of one member of the dimension alone, so that who may see only some members may see its rows.</summary>
    public bool TellsApart(Dimension dimension) => Reaches(dimension) && dimension.Bridge is null && !Mixes.Contains(dimension.Name) && !Mixes.Contains(dimension.Owner);
}
