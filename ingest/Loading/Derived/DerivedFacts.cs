using System.Globalization;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Derived;

/// <summary>Keeps the facts that follow from others, in the transaction of the batch that changes those.</summary>
/// <remarks>While rows come in, it is noted whose derived rows are to be drawn anew; they are drawn at the end from all that the warehouse then holds.</remarks>
internal static class DerivedFacts
{
    private static readonly (string Table, string Id, string Touched, (string Column, string Master)[] Members)[] Drawn =
    [
        ("pipeline_interval", "opportunity_id", "touched_opportunity",
            [("stage_key", "stage"), ("customer_key", "customer"), ("owner_key", "employee"), ("organisation_key", "organisation"), ("product_key", "product")]),
        ("fact_promise_change", "schedule_line_id", "touched_schedule_line",
            [("customer_key", "customer"), ("product_key", "product"), ("reason_key", "reason"), ("changed_by_key", "employee")]),
    ];

    /// <summary>Gets the columns of derived tables that hold keys of dimensions.</summary>
    internal static IEnumerable<(string Table, string Column, string Master)> References =>
    [
        .. Drawn.SelectMany(drawn => drawn.Members.Select(member => (drawn.Table, member.Column, member.Master))),
        .. Drawn.Select(drawn => (drawn.Table, "region_key", "region")),
        ("ar_interval", "customer_key", "customer"), ("ar_interval", "region_key", "region"),
        ("fact_customer_health", "customer_key", "customer"), ("fact_customer_health", "region_key", "region"),
    ];

    /// <summary>Makes the tables in which is noted what a batch touches.</summary>
    internal static void Create(Batch batch)
    {
        TouchedScheduleLines.Create(batch);
        SupersededVersions.Create(batch);
        ReceivableTimeline.Create(batch);
        HealthMonths.Create(batch);
    }

    /// <summary>Notes rows that newer ones of the batch are about to replace.</summary>
    internal static void NoteReplaced(Batch batch, StarTable star)
    {
        TouchedScheduleLines.NoteReplaced(batch, star);
        string rows = string.Create(CultureInfo.InvariantCulture, $"""
            {star.Name} AS f SEMI JOIN (FROM {star.Name} WHERE {LoadedRows.OfBatch(batch)}) AS n ON n.source_key = f.source_key AND n.source_id = f.source_id
            WHERE f.batch_id < {batch.Id}
            """);
        batch.Rollups.NoteChanging(star.Name, rows);
        SupersededVersions.Keep(batch, star, rows);
        ReceivableTimeline.NoteReplaced(batch, star.Feed.Name, rows);
        HealthMonths.NoteReplaced(batch, star, rows);
        if (star.Feed.Name == "stage_event")
        {
            batch.Connection.Execute($"INSERT INTO touched_opportunity SELECT DISTINCT f.source_key, f.opportunity_id FROM {rows}");
        }
        else if (star.Feed.Name == "promise_revision")
        {
            batch.Connection.Execute($"INSERT INTO touched_schedule_line SELECT DISTINCT f.source_key, f.schedule_line_id FROM {rows}");
        }
    }

    /// <summary>Notes rows of the fact's shape that are older than what the fact has.</summary>
    /// <param name="batch">The running batch.</param>
    /// <param name="star">The fact.</param>
    /// <param name="from">A FROM clause of the rows, named <c>c</c>.</param>
    /// <param name="isStale">Which of them are older.</param>
    internal static void NoteStale(Batch batch, StarTable star, string from, string isStale) => SupersededVersions.Keep(batch, star, $"""
        (SELECT c.* FROM {from} ANTI JOIN {star.Name} AS h ON h.source_id = c.source_id AND h.source_key = c.source_key AND h.version = c.version
            WHERE {isStale}) AS f
        """);

    /// <summary>Notes rows of the batch that a higher version of the same batch replaces; their places stand in <c>surplus_row</c>.</summary>
    /// <remarks>A row that came twice in the version that stays is no earlier version.</remarks>
    internal static void NoteSurplus(Batch batch, StarTable star) => SupersededVersions.Keep(batch, star, $"""
        (SELECT s.* FROM {star.Name} AS s ANTI JOIN {star.Name} AS h
                ON h.source_id = s.source_id AND h.source_key = s.source_key AND h.version = s.version AND h.rowid NOT IN (SELECT place FROM surplus_row)
            WHERE s.rowid IN (SELECT place FROM surplus_row)) AS f
        """);

    /// <summary>Notes whatever names a member whose history has been drawn anew: it stands in <c>drawn_version</c>, keys that it lost in <c>moved_key</c>.</summary>
    internal static void NoteMembers(Batch batch, string master)
    {
        const string Keys = "(SELECT version_key FROM drawn_version UNION SELECT old_key FROM moved_key)";
        foreach ((string table, string id, string touched, (string Column, string Master)[] members) in Drawn)
        {
            string[] named = [.. members.Where(member => member.Master == master).Select(member => $"{member.Column} IN {Keys}")];
            if (named.Length > 0)
            {
                batch.Connection.Execute($"INSERT INTO {touched} SELECT DISTINCT source_key, {id} FROM {table} WHERE {SqlText.Join(" OR ", named)}");
            }
        }

        if (master == "customer")
        {
            batch.Connection.Execute("INSERT INTO touched_debtor SELECT DISTINCT durable_key FROM drawn_version WHERE EXISTS (FROM ar_interval)");
            batch.Connection.Execute("DELETE FROM ar_interval WHERE customer_key IN (SELECT old_key FROM moved_key)");
            CustomerHealth.MoveRegions(batch);
        }
    }

    /// <summary>Draws what the batch touched.</summary>
    internal static void Update(Batch batch)
    {
        FrozenPromises.Restore(batch);
        TouchedScheduleLines.Update(batch);
        PromiseHistory.Update(batch);
        PipelineTimeline.Update(batch);
        ReceivableTimeline.Update(batch);
        SnapshotHorizon.Update(batch);
        new CustomerHealth(batch).Update();
    }
}
