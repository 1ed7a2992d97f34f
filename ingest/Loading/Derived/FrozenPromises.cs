using ProdSales.Loading.Star;

namespace ProdSales.Loading.Derived;

/// <summary>Keeps the first promise (首次承诺) of schedule lines as the lowest version told it.</summary>
/// <remarks>
/// A source that writes each new promise over the first would make every delivery punctual. Such a version moves the present promise alone: what it calls
/// the first is what is promised now, unless it names that as well. Whatever order versions come in, the line is the same.
/// </remarks>
internal static class FrozenPromises
{
    /// <summary>Puts the first promise back into the lines that the batch touched, with the customer, product and region of that day.</summary>
    internal static void Restore(Batch batch)
    {
        batch.Connection.Execute("""
            CREATE OR REPLACE TEMP TABLE frozen_promise AS
            SELECT v.source_key, v.source_id, min(v.version) AS version, arg_min(v.first_commit_date, v.version) AS first_commit_date
            FROM schedule_line_version AS v
            SEMI JOIN touched_schedule_line AS t ON t.source_key = v.source_key AND t.source_id = v.source_id
            GROUP BY v.source_key, v.source_id
            HAVING first_commit_date IS NOT NULL
            """);
        batch.Connection.Execute($"INSERT INTO replaced_health_day SELECT least(min(l.first_commit_date), min(f.first_commit_date)) FROM {Moved}");
        long changed = batch.Connection.Change($"""
            UPDATE fact_schedule_line AS l SET
                first_commit_date = n.first_commit_date, current_commit_date = n.current_commit_date,
                customer_key = n.customer_key, product_key = n.product_key, region_key = n.region_key
            FROM (
                SELECT l.rowid AS place, f.first_commit_date, coalesce(l.current_commit_date, l.first_commit_date) AS current_commit_date,
                       coalesce(c.customer_key, l.customer_key) AS customer_key, coalesce(p.product_key, l.product_key) AS product_key,
                       CASE WHEN l.own_region_key <> 0 THEN l.own_region_key ELSE coalesce(g.region_key, 0) END AS region_key
                FROM {Moved}
                {LineMembers.OfDay("f.first_commit_date")}
            ) AS n
            WHERE l.rowid = n.place
            """);
        if (changed > 0)
        {
            batch.NoteChange("fact_schedule_line");
            batch.Connection.Execute("INSERT INTO touched_line SELECT source_key, source_id FROM frozen_promise");
        }

        batch.Connection.Execute("""
            UPDATE schedule_line_version AS v SET first_commit_date = p.first_commit_date
            FROM frozen_promise AS p
            WHERE p.source_key = v.source_key AND p.source_id = v.source_id AND v.first_commit_date IS DISTINCT FROM p.first_commit_date
            """);
    }

    private const string Moved = """
        fact_schedule_line AS l
        INNER JOIN frozen_promise AS f ON f.source_key = l.source_key AND f.source_id = l.source_id AND f.version < l.version
            AND f.first_commit_date <> l.first_commit_date
        """;
}
