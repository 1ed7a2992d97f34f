using ProdSales.Feeds;
using ProdSales.Sources.Readers;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Sources.Mappings;

/// <summary>The rows that a mapping makes for one feed, as one streaming SELECT on the staging connection.</summary>
public sealed class MappedFeed
{
    private readonly StagingDatabase _staging;

    internal MappedFeed(Feed feed, IReadOnlyList<MappedEntry> entries, IReadOnlyList<StagedTable> ownTables, StagingDatabase staging)
    {
        _staging = staging;
        Feed = feed;
        Entries = entries;
        Tables = ownTables;
        Sql = string.Join("\nUNION ALL\n", entries.Select(entry => entry.Sql));
        Origin = string.Join(", ", entries.Select(entry => entry.From).Distinct(StringComparer.Ordinal));
    }

    /// <summary>Gets the feed.</summary>
    public Feed Feed { get; }

    /// <summary>Gets the tables of the mapping that the rows come from, for people to read.</summary>
    public string Origin { get; }

    /// <summary>
    /// Gets the SELECT. Its columns are those of <see cref="Feed.Columns"/> in order and type, then <c>_file VARCHAR</c>,
    /// <c>_line BIGINT</c> (null where a row is computed from several) and <c>_error VARCHAR</c>: null for a good row, else a JSON
    /// list of <c>{"column", "value", "code", "allowed"}</c>, one for each bad value of the row.
    /// </summary>
    public string Sql { get; }

    /// <summary>Gets the sources of rows, each with a SELECT of its own; together they are <see cref="Sql"/>.</summary>
    public IReadOnlyList<MappedEntry> Entries { get; }

    /// <summary>Gets the staged tables whose unreadable records are told with this feed; each table belongs to the first feed that reads
    /// it.</summary>
    public IReadOnlyList<StagedTable> Tables { get; }

    /// <summary>Runs <see cref="Sql"/> from the first row, beside the writing of what it gives; the staging connection is taken until the
    /// result is disposed.</summary>
    /// <param name="cancellation">Interrupts the statement.</param>
    /// <returns>The rows, streaming.</returns>
    public ResultChunks Open(CancellationToken cancellation)
    {
        _staging.ShareProcessors();
        using DuckDbCommand command = new(Sql) { Connection = _staging.Connection, IsStreaming = true, CommandTimeout = 0 };
        return command.ExecuteChunks(cancellation);
    }
}
