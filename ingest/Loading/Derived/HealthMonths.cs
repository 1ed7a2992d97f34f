using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Derived;

/// <summary>Finds the months whose customer health a batch changes: from the first day on which anything is new or no longer so, to the last with data.</summary>
/// <remarks>
/// A component looks back over months, and debts and open tickets over all time, so a touched month touches those after it. The last month held is always
/// worked out anew: the day on which it was judged moves with the data. Months begin with the first fact, whatever older contracts say.
/// </remarks>
internal sealed class HealthMonths(Batch batch)
{
    private static readonly string[] Facts = ["sales_order_line", "schedule_line", "delivery", "invoice", "receipt", "ticket", "survey", "device_month"];

    /// <summary>Facts without which a component is not judged at all, so that the first of them touches every month.</summary>
    private static readonly string[] Preconditions = ["delivery", "receipt"];

    /// <summary>Makes the table of days on which replaced rows lay.</summary>
    internal static void Create(Batch batch) => batch.Connection.Execute("CREATE OR REPLACE TEMP TABLE replaced_health_day (day DATE)");

    /// <summary>Notes the first day of rows that are about to be replaced.</summary>
    internal static void NoteReplaced(Batch batch, StarTable star, string rows)
    {
        if (Facts.Contains(star.Feed.Name))
        {
            batch.Connection.Execute($"INSERT INTO replaced_health_day SELECT min(f.{Date(star)}) FROM {rows}");
        }
    }

    /// <summary>Writes the months, each with the day on which it is judged, to <c>health_month</c>.</summary>
    /// <returns>False when the batch changes none.</returns>
    internal bool Find()
    {
        StarTable[] facts = [.. Facts.Select(name => new StarTable(FeedCatalogue.Find(name)!))];
        StarTable[] touched = [.. facts.Where(star => batch.ChangedTables.Contains(star.Name))];
        bool hasContracts = batch.ChangedTables.Contains("dim_contract");
        if (touched.Length == 0 && !hasContracts)
        {
            return false;
        }

        string began = Least(facts.Select(star => $"SELECT min({Date(star)}) FROM {star.Name}"));
        string last = SqlText.Join(", ", facts.Where(star => star.Feed.Name is not ("schedule_line" or "invoice" or "receipt"))
            .Select(star => $"(SELECT max({Date(star)}) FROM {star.Name})"));
        batch.Connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE health_span AS
            SELECT {began} AS began_on, greatest({last}) AS last_day, CAST({FirstDay(touched, began)} AS DATE) AS first_day
            """);
        if (hasContracts)
        {
            FillMonths("began_on");
            batch.Connection.Execute($"""
                UPDATE health_span SET first_day = least(first_day, (
                    SELECT min(coalesce(n.month, o.month)) FROM ({HealthComponents.Contracts}) AS n
                    FULL JOIN ({HeldContracts}) AS o ON o.who = n.who AND o.month = n.month
                    WHERE n.contract_days_left IS DISTINCT FROM o.contract_days_left))
                """);
        }

        FillMonths("first_day");
        return batch.Connection.Scalar<bool>("SELECT EXISTS (FROM health_month)");
    }

    private const string HeldContracts = """
        SELECT c.customer_durable_key AS who, h.month, h.contract_days_left
        FROM fact_customer_health AS h JOIN dim_customer AS c ON c.customer_key = h.customer_key WHERE h.contract_days_left IS NOT NULL
        """;

    private string FirstDay(StarTable[] touched, string began)
    {
        List<string> days = ["SELECT min(day) FROM replaced_health_day", .. touched.Select(star => $"SELECT min({Date(star)}) FROM {star.Name} WHERE {LoadedRows.OfBatch(batch)}")];
        if (touched.Length > 0)
        {
            days.Add("SELECT max(month) FROM fact_customer_health");
        }

        days.AddRange(touched.Where(star => Preconditions.Contains(star.Feed.Name)).Select(star => string.Create(
            CultureInfo.InvariantCulture, $"SELECT CASE WHEN NOT EXISTS (FROM {star.Name} WHERE batch_id < {batch.Id}) THEN {began} END")));
        return Least(days);
    }

    private void FillMonths(string first) => batch.Connection.Execute($"""
        CREATE OR REPLACE TEMP TABLE health_month AS
        SELECT DISTINCT d.month_start AS month, least(last_day(d.month_start), s.last_day) AS as_of
        FROM dim_date AS d JOIN health_span AS s ON d.date BETWEEN s.{first} AND s.last_day
        """);

    private static string Least(IEnumerable<string> queries) => $"least({SqlText.Join(", ", queries.Select(query => $"({query})"))})";

    private static string Date(StarTable star) => SqlText.Name(star.Feed.BusinessDate!.Name);
}
