using System.Globalization;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Facts;

/// <summary>The rows of a batch for a fact that holds rows already: only those that are newer than what is there go in.</summary>
internal sealed class CandidateRows
{
    /// <summary>The table that has the shape of the fact.</summary>
    internal const string Table = "candidate_row";

    private const string StalePlaces = "SELECT place FROM met_row WHERE is_stale";

    private const long MostRows = 2_000_000;

    private readonly Batch _batch;
    private readonly StarTable _star;
    private readonly FeedTally _tally;
    private readonly string _isEarlier;
    private long _rows;
    private bool _hasMet;

    internal CandidateRows(Batch batch, StarTable star, FeedTally tally)
    {
        _batch = batch;
        _star = star;
        _tally = tally;
        _isEarlier = string.Create(CultureInfo.InvariantCulture, $"f.batch_id < {batch.Id}");
        batch.Connection.Execute($"CREATE OR REPLACE TEMP TABLE {Table} AS FROM {star.Name} LIMIT 0");
    }

    /// <summary>Counts rows that have been written, and settles them before they become too many.</summary>
    internal void Add(int rows)
    {
        _rows += rows;
        if (_rows >= MostRows)
        {
            Settle();
            _batch.Connection.Execute($"DELETE FROM {Table}");
            _rows = 0;
        }
    }

    /// <summary>Moves the rows that are newer than the fact's into the fact, and counts the others as skipped.</summary>
    internal void Settle()
    {
        _batch.Connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE met_row AS
            SELECT c.rowid AS place, f.version >= c.version AS is_stale
            FROM {Table} AS c JOIN {_star.Name} AS f ON f.source_id = c.source_id AND f.source_key = c.source_key
            WHERE {_isEarlier}
            """);
        bool? isStale = _batch.Connection.Scalar<bool?>("SELECT bool_or(is_stale) FROM met_row");
        _hasMet |= isStale is not null;
        if (isStale is not true)
        {
            _batch.Connection.Execute($"INSERT INTO {_star.Name} FROM {Table}");
            return;
        }

        (long skipped, Dictionary<string, decimal> totals) = LoadedRows.Totals(_batch.Connection, _star, $"{Table} AS c WHERE c.rowid IN ({StalePlaces})");
        _tally.AddSkipped(skipped, totals);
        Derived.DerivedFacts.NoteStale(_batch, _star, $"{Table} AS c", $"c.rowid IN ({StalePlaces})");
        _batch.Connection.Execute($"INSERT INTO {_star.Name} SELECT * FROM {Table} AS c WHERE c.rowid NOT IN ({StalePlaces})");
    }

    /// <summary>Removes the versions that rows of the batch have replaced.</summary>
    /// <returns>Their number.</returns>
    internal long RemoveEarlierVersions()
    {
        if (!_hasMet)
        {
            return 0;
        }

        Derived.DerivedFacts.NoteReplaced(_batch, _star);
        return _batch.Connection.Change($"""
            DELETE FROM {_star.Name} AS f
            USING (SELECT source_key, source_id FROM {_star.Name} WHERE {LoadedRows.OfBatch(_batch)}) AS n
            WHERE f.source_id = n.source_id AND f.source_key = n.source_key AND {_isEarlier}
            """);
    }
}
