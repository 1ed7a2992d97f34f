using System.Globalization;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Derived;

/// <summary>Keeps what deliveries say about each schedule line: how much came by each promise, and when the line was complete.</summary>
internal static class TouchedScheduleLines
{
    /// <summary>Makes the table of lines to work out again.</summary>
    internal static void Create(Batch batch) =>
        batch.Connection.Execute("CREATE OR REPLACE TEMP TABLE touched_line (source_key SMALLINT, source_id VARCHAR)");

    /// <summary>Notes the lines of deliveries that are about to be replaced, because the newer version may name another line.</summary>
    internal static void NoteReplaced(Batch batch, StarTable star)
    {
        if (star.Feed.Name == "delivery")
        {
            batch.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
                INSERT INTO touched_line
                SELECT f.source_key, f.schedule_line_id
                FROM fact_delivery AS f SEMI JOIN (FROM fact_delivery WHERE {LoadedRows.OfBatch(batch)}) AS n
                    ON n.source_key = f.source_key AND n.source_id = f.source_id
                WHERE f.batch_id < {batch.Id}
                """));
        }
    }

    /// <summary>Works out the lines that the batch touched.</summary>
    internal static void Update(Batch batch)
    {
        batch.Connection.Execute($"""
            INSERT INTO touched_line
            SELECT source_key, source_id FROM fact_schedule_line WHERE {LoadedRows.OfBatch(batch)}
            UNION ALL
            SELECT source_key, schedule_line_id FROM fact_delivery WHERE {LoadedRows.OfBatch(batch)}
            """);
        long changed = batch.Connection.Change("""
            UPDATE fact_schedule_line AS l SET
                delivered_quantity = n.delivered_quantity,
                delivered_by_requested_quantity = n.by_requested,
                delivered_by_first_commit_quantity = n.by_first_commit,
                delivered_by_current_commit_quantity = n.by_current_commit,
                full_delivery_date = n.full_delivery_date
            FROM (
                SELECT
                    l.rowid AS place,
                    CAST(sum(d.quantity) AS DECIMAL(18, 4)) AS delivered_quantity,
                    CAST(coalesce(sum(d.quantity) FILTER (d.delivered_date <= l.requested_date), 0) AS DECIMAL(18, 4)) AS by_requested,
                    CAST(coalesce(sum(d.quantity) FILTER (d.delivered_date <= l.first_commit_date), 0) AS DECIMAL(18, 4)) AS by_first_commit,
                    CAST(coalesce(sum(d.quantity) FILTER (d.delivered_date <= coalesce(l.current_commit_date, l.first_commit_date)), 0) AS DECIMAL(18, 4))
                        AS by_current_commit,
                    min(d.delivered_date) FILTER (d.delivered_so_far >= l.ordered_quantity) AS full_delivery_date
                FROM fact_schedule_line AS l
                SEMI JOIN touched_line AS t ON t.source_key = l.source_key AND t.source_id = l.source_id
                JOIN (
                    SELECT source_key, schedule_line_id, delivered_date, quantity,
                        sum(quantity) OVER (PARTITION BY source_key, schedule_line_id ORDER BY delivered_date, source_id) AS delivered_so_far
                    FROM fact_delivery SEMI JOIN touched_line
                        ON touched_line.source_key = fact_delivery.source_key AND touched_line.source_id = fact_delivery.schedule_line_id
                ) AS d ON d.source_key = l.source_key AND d.schedule_line_id = l.source_id
                GROUP BY l.rowid
            ) AS n
            WHERE l.rowid = n.place
            """);
        changed += ClearUndelivered(batch);
        if (changed > 0)
        {
            batch.NoteChange("fact_schedule_line");
        }
    }

    private static long ClearUndelivered(Batch batch) => batch.Connection.Change("""
        UPDATE fact_schedule_line AS l SET
            delivered_quantity = 0, delivered_by_requested_quantity = 0, delivered_by_first_commit_quantity = 0,
            delivered_by_current_commit_quantity = 0, full_delivery_date = NULL
        FROM (SELECT DISTINCT source_key, source_id FROM touched_line) AS t
        WHERE l.source_key = t.source_key AND l.source_id = t.source_id AND (l.delivered_quantity <> 0 OR l.full_delivery_date IS NOT NULL)
            AND NOT EXISTS (FROM fact_delivery AS d WHERE d.source_key = l.source_key AND d.schedule_line_id = l.source_id)
        """);
}
