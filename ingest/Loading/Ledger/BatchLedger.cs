using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Reports;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Ledger;

/// <summary>Writes what a batch did, in the transaction of the batch.</summary>
internal static class BatchLedger
{
    /// <summary>Finds the committed batch of an identity.</summary>
    /// <returns>Its number, or null when there is none.</returns>
    internal static int? Find(DuckDbConnection connection, string identity)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT max(batch_id) FROM ingest_batch WHERE identity = $identity");
        command.Parameters.Add(new DuckDbParameter("identity", identity));
        return command.ExecuteScalar() is int id ? id : null;
    }

    /// <summary>Gives the number of the next batch.</summary>
    internal static int NextId(DuckDbConnection connection) => connection.Scalar<int>("SELECT coalesce(max(batch_id), 0) + 1 FROM ingest_batch");

    /// <summary>Writes batch, counts, watermarks, reconciliation and data versions.</summary>
    internal static void Write(
        Batch batch, LoadRequest request, IReadOnlyList<FeedTally> tallies, IReadOnlyList<ReconciliationLine> lines, DateTime committedAt)
    {
        WriteBatch(batch, request, committedAt);
        Insert(batch, "ingest_batch_feed", tallies.Select(tally => string.Create(CultureInfo.InvariantCulture, $"""
            ({batch.Id}, {SqlText.Text(tally.Feed.Name)}, {tally.Read}, {tally.Loaded - tally.Replaced}, {tally.Replaced}, {tally.Skipped}, {tally.Refused}, {tally.Inferred})
            """)));
        WriteWatermarks(batch, [.. tallies.Where(tally => tally.Feed.Kind is FeedKind.Fact && tally.Loaded > 0).Select(tally => tally.Feed)]);
        Insert(batch, "reconciliation", lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"""
            ({batch.Id}, {SqlText.Text(line.Feed)}, {SqlText.Text(line.Measure)}, {line.SourceTotal}, {line.RefusedTotal}, {line.SkippedTotal}, {line.LoadedTotal})
            """)));
        RaiseVersions(batch);
    }

    private static void Insert(Batch batch, string table, IEnumerable<string> rows)
    {
        string values = string.Join(", ", rows);
        if (values.Length > 0)
        {
            batch.Connection.Execute($"INSERT INTO {table} VALUES {values}");
        }
    }

    private static void WriteBatch(Batch batch, LoadRequest request, DateTime committedAt)
    {
        using DuckDbCommand command = batch.Connection.CreateCommand("INSERT INTO ingest_batch VALUES ($id, $identity, $origin, $started, $committed)");
        command.Parameters.Add(new DuckDbParameter("id", batch.Id));
        command.Parameters.Add(new DuckDbParameter("identity", request.Identity));
        command.Parameters.Add(new DuckDbParameter("origin", request.Origin));
        command.Parameters.Add(new DuckDbParameter("started", batch.StartedAt));
        command.Parameters.Add(new DuckDbParameter("committed", committedAt));
        command.ExecuteNonQuery();
    }

    private static void WriteWatermarks(Batch batch, IReadOnlyList<Feed> feeds)
    {
        if (feeds.Count == 0)
        {
            return;
        }

        IEnumerable<string> reached = feeds.Select(feed => $"""
            SELECT source_key, {SqlText.Text(feed.Name)} AS feed, max({SqlText.Name(feed.BusinessDate!.Name)}) AS business_date, max(recorded_at) AS recorded_at
            FROM {feed.Table} WHERE {LoadedRows.OfBatch(batch)} GROUP BY source_key
            """);
        batch.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            MERGE INTO ingest_watermark AS w
            USING ({string.Join("\nUNION ALL\n", reached)}) AS r ON r.source_key = w.source_key AND r.feed = w.feed
            WHEN MATCHED THEN UPDATE SET
                batch_id = {batch.Id}, business_date = greatest(w.business_date, r.business_date), recorded_at = greatest(w.recorded_at, r.recorded_at)
            WHEN NOT MATCHED THEN INSERT VALUES (r.source_key, r.feed, {batch.Id}, r.business_date, r.recorded_at)
            """));
    }

    private static void RaiseVersions(Batch batch)
    {
        if (batch.ChangedTables.Count > 0)
        {
            batch.Connection.Execute($"""
                MERGE INTO data_version AS v
                USING (VALUES {string.Join(", ", batch.ChangedTables.Select(table => $"({SqlText.Text(table)})"))}) AS c (fact) ON c.fact = v.fact
                WHEN MATCHED THEN UPDATE SET version = v.version + 1
                WHEN NOT MATCHED THEN INSERT VALUES (c.fact, 1)
                """);
        }
    }
}
