using System.Globalization;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Derived;

/// <summary>Works out customer health (客户健康度) anew for the months that a batch changes.</summary>
/// <remarks>
/// Every month since the first fact has its health, so that it follows from the rows that came and not from when they came. A month that has not ended is
/// judged on the last day with data: the last on which something happened, for promises and payments may lie ahead. Promises count once deliveries are
/// loaded, debts once receipts are. Of a contract the version of that day counts, from the day on which its term begins.
/// </remarks>
internal sealed class CustomerHealth(Batch batch)
{
    /// <summary>Gives the health of customers whose history has been drawn anew the region of its month.</summary>
    internal static void MoveRegions(Batch batch)
    {
        const string Moved = """
            fact_customer_health AS f JOIN dim_customer AS c ON c.customer_key = f.customer_key LEFT JOIN dim_region AS g ON g.region = c.region
            WHERE c.customer_key IN (SELECT version_key FROM drawn_version) AND f.region_key <> coalesce(g.region_key, 0)
            """;
        batch.Rollups.NoteChanging("fact_customer_health", Moved);
        if (batch.Connection.Change($"""
            UPDATE fact_customer_health AS h SET region_key = m.region_key
            FROM (SELECT f.rowid AS place, coalesce(g.region_key, 0) AS region_key FROM {Moved}) AS m WHERE h.rowid = m.place
            """) > 0)
        {
            batch.NoteChange("fact_customer_health");
        }
    }

    /// <summary>Writes the rows of the months that the batch changes.</summary>
    internal void Update()
    {
        if (!new HealthMonths(batch).Find())
        {
            return;
        }

        batch.Connection.Execute(HealthComponents.Query);
        batch.Connection.Execute("DELETE FROM fact_customer_health WHERE month IN (SELECT month FROM health_month)");
        if (batch.Connection.Change(Insert()) > 0)
        {
            batch.NoteChange("fact_customer_health");
        }
    }

    private string Insert()
    {
        List<HealthComponent> components = HealthComponent.All(batch.Connection);
        double whole = components.Sum(component => component.Weight);
        string known = SqlText.Join(" + ", components.Select(component => component.KnownWeight));
        string scored = SqlText.Join(" + ", components.Select(component =>
            string.Create(CultureInfo.InvariantCulture, $"coalesce({component.Weight} * ({component.Score}), 0)")));
        return string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO fact_customer_health BY NAME
            SELECT v.month, c.customer_key, coalesce(g.region_key, 0) AS region_key, v.otd_rate, v.open_ticket_days, v.open_severity_days, v.csat, v.nps_trend, v.contract_days_left, v.overdue_amount, v.overdue_rate,
                v.days_since_order, v.cadence_ratio, v.failures_per_device,
                100 * ({scored}) / ({known}) AS score, ({known}) / CAST({whole} AS DOUBLE) AS coverage, {batch.Id} AS batch_id
            FROM health_value AS v
            JOIN dim_customer AS c ON c.customer_durable_key = v.who AND v.month >= c.valid_from AND v.month < c.valid_to
            LEFT JOIN dim_region AS g ON g.region = c.region
            WHERE {known} > 0
            ORDER BY v.month, c.customer_key
            """);
    }
}
