using System.Globalization;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Derived;

/// <summary>Draws the changes of promises (承诺变更) of the schedule lines that a batch touched.</summary>
/// <remarks>
/// What a source reports about a line goes before what follows from its versions. The drawing starts from all that is held about a line, so that it
/// does not matter in which order or in how many batches versions came; a late version adds the change that it tells of and leaves the sum as it is.
/// </remarks>
internal static class PromiseHistory
{
    /// <summary>Draws the touched lines anew.</summary>
    internal static void Update(Batch batch)
    {
        batch.Connection.Execute($"""
            INSERT INTO touched_schedule_line
            SELECT source_key, source_id FROM fact_schedule_line
            WHERE {LoadedRows.OfBatch(batch)} AND current_commit_date <> first_commit_date
            UNION ALL
            SELECT l.source_key, l.source_id FROM fact_schedule_line AS l
            SEMI JOIN fact_promise_revision AS r ON r.source_key = l.source_key AND r.schedule_line_id = l.source_id
            WHERE l.{LoadedRows.OfBatch(batch)}
            UNION ALL
            SELECT source_key, schedule_line_id FROM fact_promise_revision WHERE {LoadedRows.OfBatch(batch)}
            """);
        if (!batch.Connection.Scalar<bool>("SELECT EXISTS (FROM touched_schedule_line)"))
        {
            return;
        }

        long changed = batch.Connection.Change("""
            DELETE FROM fact_promise_change AS c USING (SELECT DISTINCT source_key, source_id FROM touched_schedule_line) AS t
            WHERE c.source_key = t.source_key AND c.schedule_line_id = t.source_id
            """);
        changed += batch.Connection.Change(Reported(batch)) + batch.Connection.Change(Followed(batch));
        if (changed > 0)
        {
            batch.NoteChange("fact_promise_change");
        }
    }

    private static string Reported(Batch batch) => string.Create(CultureInfo.InvariantCulture, $"""
        INSERT INTO fact_promise_change BY NAME
        SELECT
            r.source_key, r.schedule_line_id, row_number() OVER (PARTITION BY r.source_key, r.schedule_line_id ORDER BY r.changed_date, r.source_id) AS sequence,
            r.changed_date, true AS is_dated, true AS is_reported, r.from_date, r.to_date, r.to_date - r.from_date AS days_moved,
            a.name AS reason, r.reason_key, r.caused_by, r.changed_by_key, coalesce(r.order_id, l.order_id) AS order_id,
            CASE WHEN r.customer_key = 0 THEN coalesce(c.customer_key, 0) ELSE r.customer_key END AS customer_key,
            CASE WHEN r.product_key = 0 THEN coalesce(p.product_key, 0) ELSE r.product_key END AS product_key,
            CASE
                WHEN l.own_region_key <> 0 THEN l.own_region_key
                WHEN r.customer_key <> 0 THEN r.region_key
                ELSE coalesce(g.region_key, 0)
            END AS region_key,
            {batch.Id} AS batch_id
        FROM fact_promise_revision AS r
        SEMI JOIN touched_schedule_line AS t ON t.source_key = r.source_key AND t.source_id = r.schedule_line_id
        LEFT JOIN fact_schedule_line AS l ON l.source_key = r.source_key AND l.source_id = r.schedule_line_id
        LEFT JOIN dim_reason AS a ON a.reason_key = r.reason_key
        {LineMembers.OfDay("r.changed_date")}
        """);

    private static string Followed(Batch batch) => string.Create(CultureInfo.InvariantCulture, $"""
        INSERT INTO fact_promise_change BY NAME
        WITH line AS (
            SELECT l.* FROM fact_schedule_line AS l
            SEMI JOIN touched_schedule_line AS t ON t.source_key = l.source_key AND t.source_id = l.source_id
            ANTI JOIN fact_promise_revision AS r ON r.source_key = l.source_key AND r.schedule_line_id = l.source_id
        ), said AS (
            SELECT source_key, source_id, version, recorded_at, coalesce(current_commit_date, first_commit_date) AS commit_date, delay_cause FROM line
            UNION ALL
            SELECT v.source_key, v.source_id, v.version, v.recorded_at, v.commit_date, v.delay_cause
            FROM schedule_line_version AS v INNER JOIN line AS l ON l.source_key = v.source_key AND l.source_id = v.source_id AND v.version < l.version
        ), step AS (
            SELECT s.*, lag(s.commit_date, 1, l.first_commit_date) OVER (PARTITION BY s.source_key, s.source_id ORDER BY s.version) AS from_date
            FROM said AS s INNER JOIN line AS l ON l.source_key = s.source_key AND l.source_id = s.source_id
        ), moved AS (
            SELECT *, coalesce(CAST(recorded_at AS DATE), least(from_date, commit_date)) AS changed_date FROM step WHERE commit_date <> from_date
        )
        SELECT
            m.source_key, m.source_id AS schedule_line_id, row_number() OVER (PARTITION BY m.source_key, m.source_id ORDER BY m.version) AS sequence,
            m.changed_date, m.recorded_at IS NOT NULL AS is_dated, false AS is_reported, m.from_date, m.commit_date AS to_date,
            m.commit_date - m.from_date AS days_moved, m.delay_cause AS reason, 0 AS reason_key, 0 AS changed_by_key, l.order_id,
            coalesce(c.customer_key, 0) AS customer_key, coalesce(p.product_key, 0) AS product_key,
            CASE WHEN l.own_region_key <> 0 THEN l.own_region_key ELSE coalesce(g.region_key, 0) END AS region_key,
            {batch.Id} AS batch_id
        FROM moved AS m
        INNER JOIN line AS l ON l.source_key = m.source_key AND l.source_id = m.source_id
        {LineMembers.OfDay("m.changed_date")}
        """);
}
