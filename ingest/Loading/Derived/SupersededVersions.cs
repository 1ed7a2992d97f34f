using ProdSales.Loading.Star;

namespace ProdSales.Loading.Derived;

/// <summary>Keeps what earlier versions of some facts said, because histories are drawn from all versions and a fact holds the highest alone.</summary>
/// <remarks>A row that never had a second version costs nothing here.</remarks>
internal static class SupersededVersions
{
    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        ["schedule_line"] = "f.first_commit_date, coalesce(f.current_commit_date, f.first_commit_date) AS commit_date, f.delay_cause",
        ["sales_order_line"] = "f.ordered_date, f.quantity, f.list_amount, f.net_amount, f.cost_amount, f.is_cancelled",
        ["opportunity"] = """
            f.closed_date, f.outcome, f.amount, f.rep_probability, f.model_probability, f.expected_close_date,
            (SELECT any_value(e.employee_durable_key) FROM dim_employee AS e WHERE e.employee_key = f.owner_key) AS owner_durable_key,
            (SELECT any_value(s.stage_durable_key) FROM dim_stage AS s WHERE s.stage_key = f.stage_key) AS stage_durable_key
            """,
    };

    /// <summary>Keeps rows that are about to leave the fact, or that do not get into it.</summary>
    /// <param name="batch">The running batch.</param>
    /// <param name="star">The fact.</param>
    /// <param name="rows">FROM and WHERE of the rows, named <c>f</c>.</param>
    internal static void Keep(Batch batch, StarTable star, string rows)
    {
        if (Said.TryGetValue(star.Feed.Name, out string? columns))
        {
            string kept = star.Feed.Name + "_version";
            batch.Connection.Execute($"""
                INSERT INTO {kept} BY NAME
                SELECT n.* FROM (SELECT DISTINCT f.source_key, f.source_id, f.version, f.recorded_at, f.batch_id, {columns} FROM {rows}) AS n
                ANTI JOIN {kept} AS k ON k.source_key = n.source_key AND k.source_id = n.source_id AND k.version = n.version
                QUALIFY row_number() OVER (PARTITION BY n.source_key, n.source_id, n.version ORDER BY n) = 1
                """);
            batch.Connection.Execute($"INSERT INTO touched_{star.Feed.Name} SELECT DISTINCT f.source_key, f.source_id FROM {rows}");
        }
    }

    /// <summary>Makes the tables of rows whose history is to be drawn anew.</summary>
    internal static void Create(Batch batch)
    {
        foreach (string feed in Said.Keys)
        {
            batch.Connection.Execute($"CREATE OR REPLACE TEMP TABLE touched_{feed} (source_key SMALLINT, source_id VARCHAR)");
        }
    }
}
