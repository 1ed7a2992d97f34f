using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Derived;

/// <summary>Works out customer health (客户健康度) anew for the months that a batch touched.</summary>
/// <remarks>
/// A component looks back up to twelve months, so a touched month touches those after it. The last twelve months with data are kept
/// current; older ones stay as they were worked out. A month that has not ended is judged on the last day with data: the last on which
/// something happened, for promises and payments may lie ahead. Promises count once deliveries are loaded, debts once receipts are.
/// Of a contract the version of that day counts, from the day on which its term begins.
/// </remarks>
internal sealed class CustomerHealth(Batch batch)
{
    private const int MostMonths = 12;

    private static readonly string[] Sources = ["sales_order_line", "schedule_line", "delivery", "invoice", "receipt", "ticket", "survey", "device_month"];

    /// <summary>Writes the rows of the touched months.</summary>
    internal void Update()
    {
        StarTable[] touched = [.. Sources.Select(name => new StarTable(FeedCatalogue.Find(name)!)).Where(star => batch.ChangedTables.Contains(star.Name))];
        bool hasContracts = batch.ChangedTables.Contains("dim_contract");
        if ((touched.Length == 0 && !hasContracts) || !FindMonths(touched, hasContracts))
        {
            return;
        }

        batch.Connection.Execute(Components());
        batch.Connection.Execute("DELETE FROM fact_customer_health WHERE month IN (SELECT month FROM health_month)");
        if (batch.Connection.Change(Insert()) > 0)
        {
            batch.NoteChange("fact_customer_health");
        }
    }

    private bool FindMonths(StarTable[] touched, bool hasContracts)
    {
        IEnumerable<string> days = touched.Select(star => $"(SELECT min({Date(star)}) FROM {star.Name} WHERE {LoadedRows.OfBatch(batch)})");
        string first = SqlText.Join(", ", hasContracts ? days.Append(FirstContractDay) : days);
        string last = SqlText.Join(", ", Sources.Where(name => name is not ("schedule_line" or "invoice" or "receipt"))
            .Select(name => new StarTable(FeedCatalogue.Find(name)!)).Select(star => $"(SELECT max({Date(star)}) FROM {star.Name})"));
        batch.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            CREATE OR REPLACE TEMP TABLE health_month AS
            WITH span AS (SELECT least({first}) AS first_day, greatest({last}) AS last_day)
            SELECT DISTINCT d.month_start AS month, least(last_day(d.month_start), s.last_day) AS as_of
            FROM dim_date AS d, span AS s
            WHERE d.date BETWEEN s.first_day AND s.last_day AND d.month_start > s.last_day - INTERVAL {MostMonths} MONTH
            """));
        return batch.Connection.Scalar<bool>("SELECT EXISTS (FROM health_month)");
    }

    // A contract without a first day speaks for every month.
    private string FirstContractDay =>
        $"(SELECT CASE WHEN count(*) > 0 THEN min(greatest(coalesce(start_date, DATE '0001-01-01'), valid_from)) END FROM dim_contract WHERE {LoadedRows.OfBatch(batch)})";

    private static string Date(StarTable star) => SqlText.Name(star.Feed.BusinessDate!.Name);

    private static string Components() => """
        CREATE OR REPLACE TEMP TABLE health_value AS
        WITH who AS (
            SELECT customer_key, customer_durable_key AS who FROM dim_customer WHERE customer_key > 0
        ), promise AS (
            SELECT w.who, h.month, avg(CASE WHEN f.delivered_by_first_commit_quantity >= f.ordered_quantity THEN 1.0 ELSE 0.0 END) AS otd_rate
            FROM fact_schedule_line AS f JOIN who AS w ON w.customer_key = f.customer_key
            JOIN health_month AS h ON f.first_commit_date <= h.as_of AND f.first_commit_date > h.as_of - INTERVAL 12 MONTH
            WHERE f.is_cancelled IS NOT TRUE AND EXISTS (FROM fact_delivery) GROUP BY ALL
        ), ticket AS (
            SELECT w.who, h.month, CAST(sum(CASE WHEN f.resolved_date IS NULL OR f.resolved_date > h.as_of THEN h.as_of - f.created_date ELSE 0 END) AS DOUBLE) AS open_ticket_days,
                sum(CASE WHEN f.resolved_date IS NULL OR f.resolved_date > h.as_of THEN (h.as_of - f.created_date) * coalesce(s.weight, 1) ELSE 0 END) AS open_severity_days
            FROM fact_ticket AS f JOIN who AS w ON w.customer_key = f.customer_key JOIN health_month AS h ON f.created_date <= h.as_of
            LEFT JOIN ticket_severity AS s ON s.priority = lower(f.priority)
            WHERE f.status <> 'cancelled' GROUP BY ALL
        ), answer AS (
            SELECT w.who, h.month, avg(f.csat) AS csat,
                avg(f.nps) FILTER (f.answered_date > h.as_of - INTERVAL 6 MONTH) - avg(f.nps) FILTER (f.answered_date <= h.as_of - INTERVAL 6 MONTH) AS nps_trend
            FROM fact_survey AS f JOIN who AS w ON w.customer_key = f.customer_key
            JOIN health_month AS h ON f.answered_date <= h.as_of AND f.answered_date > h.as_of - INTERVAL 12 MONTH
            GROUP BY ALL HAVING count(f.csat) > 0 OR nps_trend IS NOT NULL
        ), paid AS (
            SELECT f.source_key, f.invoice_id, h.month, sum(f.amount) AS amount
            FROM fact_receipt AS f JOIN health_month AS h ON f.received_date <= h.as_of GROUP BY ALL
        ), owed AS (
            SELECT w.who, h.month, coalesce(f.due_date, f.invoice_date) < h.as_of AS is_overdue, greatest(f.amount - coalesce(p.amount, 0), 0) AS amount
            FROM fact_invoice AS f JOIN who AS w ON w.customer_key = f.customer_key JOIN health_month AS h ON f.invoice_date <= h.as_of
            LEFT JOIN paid AS p ON p.source_key = f.source_key AND p.invoice_id = f.source_id AND p.month = h.month
        ), debt AS (
            SELECT who, month, CAST(coalesce(sum(amount) FILTER (is_overdue), 0) AS DECIMAL(18, 4)) AS overdue_amount,
                CASE WHEN sum(amount) > 0 THEN CAST(coalesce(sum(amount) FILTER (is_overdue), 0) AS DOUBLE) / CAST(sum(amount) AS DOUBLE) ELSE 0 END AS overdue_rate
            FROM owed WHERE EXISTS (FROM fact_receipt) GROUP BY ALL
        ), order_day AS (
            SELECT DISTINCT w.who, f.ordered_date AS day FROM fact_sales_order_line AS f JOIN who AS w ON w.customer_key = f.customer_key
            WHERE f.is_cancelled IS NOT TRUE
        ), order_month AS (
            SELECT o.who, greatest(d.month_start, (SELECT min(month) FROM health_month)) AS month,
                min(o.day) AS first_day, max(o.day) AS last_day, count(*) AS days
            FROM order_day AS o JOIN dim_date AS d ON d.date = o.day GROUP BY ALL
        ), ordered AS (
            SELECT o.who, h.month, h.as_of, min(o.first_day) AS first_day, max(o.last_day) AS last_day, sum(o.days) AS days
            FROM order_month AS o JOIN health_month AS h ON o.month <= h.month GROUP BY ALL
        ), cadence AS (
            SELECT who, month, CAST(as_of - last_day AS INTEGER) AS days_since_order,
                CASE WHEN days >= 3 THEN (as_of - last_day) / ((last_day - first_day) / (days - 1)) END AS cadence_ratio
            FROM ordered
        ), failure AS (
            SELECT w.who, h.month, sum(f.failures) / count(*) AS failures_per_device
            FROM fact_device_month AS f JOIN who AS w ON w.customer_key = f.customer_key
            JOIN health_month AS h ON f.month <= h.month AND f.month > h.month - INTERVAL 6 MONTH
            GROUP BY ALL
        ), contract AS (
            SELECT c.customer_durable_key AS who, h.month, CAST(greatest(max(c.end_date) - h.as_of, 0) AS INTEGER) AS contract_days_left
            FROM dim_contract AS c JOIN health_month AS h ON h.as_of >= c.valid_from AND h.as_of < c.valid_to AND coalesce(c.start_date <= h.as_of, true)
            WHERE c.customer_durable_key > 0 AND c.end_date IS NOT NULL GROUP BY c.customer_durable_key, h.month, h.as_of
        )
        SELECT who, month, otd_rate, open_ticket_days, open_severity_days, csat, nps_trend, contract_days_left, overdue_amount, overdue_rate, days_since_order, cadence_ratio, failures_per_device
        FROM promise
        FULL JOIN ticket USING (who, month) FULL JOIN answer USING (who, month) FULL JOIN debt USING (who, month)
        FULL JOIN cadence USING (who, month) FULL JOIN failure USING (who, month) FULL JOIN contract USING (who, month)
        """;

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
