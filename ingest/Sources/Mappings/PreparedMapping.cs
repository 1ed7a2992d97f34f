using ProdSales.Sources.Mappings.Failures;
using ProdSales.Sources.Mappings.Reports;
using ProdSales.Sources.Readers;
using ProdSales.Warehouse;

namespace ProdSales.Sources.Mappings;

/// <summary>A mapping that has passed its check: its tables are staged and each feed has its SELECT.</summary>
public sealed class PreparedMapping
{
    internal PreparedMapping(
        string system,
        string? groupCurrency,
        IReadOnlyList<MappedFeed> feeds,
        IReadOnlyList<StagedTable> tables,
        IReadOnlyList<string> files,
        StagingDatabase staging,
        FailureSearch failures)
    {
        System = system;
        GroupCurrency = groupCurrency;
        Files = files;
        Feeds = feeds;
        Tables = tables;
        Staging = staging;
        Failures = failures;
    }

    /// <summary>Gets the mapping's name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the source system of the rows; empty when each row names its own.</summary>
    public string System { get; }

    /// <summary>Gets the ISO 4217 code that booking rates lead to; null when the mapping does not say.</summary>
    public string? GroupCurrency { get; }

    /// <summary>Gets the paths of all files that are read, for the identity of a batch.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Gets the feeds in the order of the catalogue: dimensions before the facts that point to them.</summary>
    public IReadOnlyList<MappedFeed> Feeds { get; }

    /// <summary>Gets the staged tables.</summary>
    public IReadOnlyList<StagedTable> Tables { get; }

    /// <summary>Gets what the readers found out about the files and an operator should know, such as an encoding that nobody declared.</summary>
    public IEnumerable<string> Remarks => Tables.SelectMany(table => table.Remarks);

    /// <summary>Gets the database on whose connection the SELECTs run, with the settings that they need.</summary>
    public StagingDatabase Staging { get; }

    /// <summary>Gets what finds out why a statement failed.</summary>
    internal FailureSearch Failures { get; }

    /// <summary>Says which file has been written or has vanished since the check; a load of it would mix two states.</summary>
    /// <returns>The first such file; null when all are as they were.</returns>
    public MappingProblem? ChangedFile() => Failures.ChangedFile();

    /// <summary>Finds out which file, or which SQL of the mapping, made one of its statements fail while rows were read. It may read all files again.</summary>
    /// <param name="failure">What the staging database reported.</param>
    /// <returns>What is wrong and where; null when the statement was none of the mapping's, or every part of it runs.</returns>
    public MappingProblem? Explain(WarehouseException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        bool isOwn = failure.Sql is { } sql && Feeds.SelectMany(feed => feed.Entries).Any(entry => sql == entry.CountSql || sql.Contains(entry.Sql, StringComparison.Ordinal));
        return isOwn ? Failures.Find() : null;
    }

    /// <summary>Runs every SELECT and counts good rows, bad rows by reason and kinds of dirt, without touching a warehouse.</summary>
    /// <param name="cancellation">Stops between two statements and within one.</param>
    /// <returns>The report.</returns>
    public CheckReport DryRun(CancellationToken cancellation = default) => new DryRun(this, cancellation).Report();

    /// <summary>Counts the dirt that the mapping lets through or corrects, for the report after a load; entries that name none are passed
    /// over.</summary>
    /// <param name="cancellation">Stops between two statements and within one.</param>
    /// <returns>The counts, in the order of the feed catalogue.</returns>
    public IReadOnlyList<EntryDirt> CountDirt(CancellationToken cancellation = default) => new DryRun(this, cancellation).Dirt();
}
