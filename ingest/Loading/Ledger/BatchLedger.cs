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
        foreach (FeedTally tally in tallies)
        {
            batch.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
                INSERT INTO ingest_batch_feed VALUES ({batch.Id}, {SqlText.Text(tally.Feed.Name)}, {tally.Read}, {tally.Loaded - tally.Replaced},
                    {tally.Replaced}, {tally.Skipped}, {tally.Refused}, {tally.Inferred})
                """));
            if (tally.Feed.Kind is FeedKind.Fact && tally.Loaded > 0)
            {
                WriteWatermark(batch, tally.Feed);
            }
        }

        foreach (ReconciliationLine line in lines)
        {
            batch.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
                INSERT INTO reconciliation VALUES ({batch.Id}, {SqlText.Text(line.Feed)}, {SqlText.Text(line.Measure)},
                    {line.SourceTotal}, {line.RefusedTotal}, {line.SkippedTotal}, {line.LoadedTotal})
                """));
        }

        RaiseVersions(batch);
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

    private static void WriteWatermark(Batch batch, Feed feed)
    {
        string name = SqlText.Text(feed.Name);
        batch.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            CREATE OR REPLACE TEMP TABLE reached_mark AS
            SELECT source_key, max({SqlText.Name(feed.BusinessDate!.Name)}) AS business_date, max(recorded_at) AS recorded_at
            FROM {feed.Table} WHERE {LoadedRows.OfBatch(batch)} GROUP BY source_key;
            INSERT INTO reached_mark
            SELECT source_key, business_date, recorded_at FROM ingest_watermark SEMI JOIN reached_mark USING (source_key) WHERE feed = {name};
            DELETE FROM ingest_watermark WHERE feed = {name} AND source_key IN (SELECT source_key FROM reached_mark);
            INSERT INTO ingest_watermark
            SELECT source_key, {name}, {batch.Id}, max(business_date), max(recorded_at) FROM reached_mark GROUP BY source_key
            """));
    }

    private static void RaiseVersions(Batch batch)
    {
        foreach (string table in batch.ChangedTables)
        {
            string name = SqlText.Text(table);
            if (batch.Connection.Change($"UPDATE data_version SET version = version + 1 WHERE fact = {name}") == 0)
            {
                batch.Connection.Execute($"INSERT INTO data_version VALUES ({name}, 1)");
            }
        }
    }
}
