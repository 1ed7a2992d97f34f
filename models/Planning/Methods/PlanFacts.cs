using System.Globalization;
using System.Reflection;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Frames;
using ProdSales.Planning.Intervals;
using ProdSales.Planning.Running;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Planning.Methods;

/// <summary>Reads what methods need beside the series, as it was known on the origin day.</summary>
internal sealed class PlanFacts(DuckDbConnection connection, DateOnly origin, CancellationToken cancellation)
{
    // Scores and commitments that are older than this say nothing of the origin day.
    private const int FreshDays = 31;

    private const int MonthsOfMemory = 24;

    /// <summary>The open deals with their scores; none when nothing was scored in the month before the origin.</summary>
    internal IReadOnlyList<OpenDeal> Deals()
    {
        List<(string Leaf, string Id, double Amount, int Days, double Chance)> rows = Read(
            "open_deals.sql",
            reader => (Leaf(reader).Key, Text(reader, "subject_id")!, Number(reader, "amount"), (int)Number(reader, "horizon_days"), Number(reader, "probability")),
            ("oldest", origin.AddDays(-FreshDays)), ("origin", origin));
        return
        [
            .. rows.GroupBy(row => (row.Leaf, row.Id, row.Amount))
                .Select(deal => new OpenDeal(deal.Key.Leaf, deal.Key.Id, deal.Key.Amount, [.. deal.Select(row => (row.Days, row.Chance))])),
        ];
    }

    /// <summary>What the year up to a day shows of deals; null when no sale came from one.</summary>
    internal DealPast? DealHistory(DateOnly last)
    {
        DateOnly oldest = last.AddYears(-1);
        List<(double? Months, string Leaf, double Amount)> rows = Read(
            "deal_history.sql",
            reader => (reader.IsDBNull(0) ? (double?)null : Number(reader, "months_open"), Leaf(reader).Key, Number(reader, "amount")),
            ("origin", origin), ("last", last), ("oldest", oldest));
        double worth = Read("won_amount.sql", reader => reader.IsDBNull(0) ? 0 : reader.GetDouble(0), ("last", last), ("oldest", oldest))[0];
        double ofDeals = rows.Where(row => row.Months is not null).Sum(row => row.Amount);
        if (!(ofDeals > 0 && worth > 0))
        {
            return null;
        }

        double[] unborn = [.. Enumerable.Range(0, MonthsOfMemory).Select(step => rows.Where(row => row.Months <= step).Sum(row => row.Amount) / ofDeals)];
        Dictionary<string, double> shares = rows.GroupBy(row => row.Leaf).Where(leaf => leaf.Sum(row => row.Amount) > 0).ToDictionary(
            leaf => leaf.Key,
            leaf => Math.Clamp(leaf.Where(row => row.Months is not null).Sum(row => row.Amount) / leaf.Sum(row => row.Amount), 0, 1),
            StringComparer.Ordinal);
        return new DealPast(shares, ofDeals / rows.Sum(row => row.Amount), unborn, ofDeals / worth);
    }

    /// <summary>What people committed themselves to.</summary>
    internal IReadOnlyList<Commitment> Commitments(string measure) => Read(
        "commitments.sql",
        reader => new Commitment(
            reader.GetFieldValue<DateOnly>(0), Text(reader, "region"), Text(reader, "product_line"), Text(reader, "employee_id"), Number(reader, "amount")),
        ("origin", origin), ("oldest", origin.AddDays(-FreshDays)), ("measure", measure));

    /// <summary>What a method said of a series at earlier origins, of periods that ended by a day.</summary>
    internal IReadOnlyList<KeptForecast> Kept(PlannedSeries series, string method, DateOnly last)
    {
        string made = PlannedRows.MadeBy(series, method);
        return Read(
            "kept_forecasts.sql",
            reader => new KeptForecast(PlannedRows.LeafOf(made, reader.GetString(0)), reader.GetFieldValue<DateOnly>(1), reader.GetFieldValue<DateOnly>(2), Number(reader, "said")),
            ("measure", series.Name), ("method", method), ("origin", origin), ("last", last), ("made", made));
    }

    private List<T> Read<T>(string name, Func<DuckDbDataReader, T> row, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using StreamReader text = new(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        using DuckDbCommand command = connection.CreateCommand(text.ReadToEnd());
        foreach ((string parameter, object value) in values)
        {
            command.Parameters.Add(new DuckDbParameter(parameter, value));
        }

        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    // A leaf without an employee belongs to no source system.
    private static PlannedLeaf Leaf(DuckDbDataReader reader)
    {
        string? employee = Text(reader, "employee_id");
        return new PlannedLeaf(employee is null ? null : Text(reader, "source_system"), Text(reader, "region"), Text(reader, "product_line"), employee, null);
    }

    private static string? Text(DuckDbDataReader reader, string column) => reader.IsDBNull(reader.GetOrdinal(column)) ? null : reader.GetString(reader.GetOrdinal(column));

    private static double Number(DuckDbDataReader reader, string column) => Convert.ToDouble(reader.GetValue(reader.GetOrdinal(column)), CultureInfo.InvariantCulture);
}
