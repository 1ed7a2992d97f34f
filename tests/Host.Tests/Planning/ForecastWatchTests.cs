using System.Globalization;
using ProdSales.Host.Planning;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Running;
using ProdSales.Predictions.Monitoring;
using ProdSales.Semantics;
using ProdSales.Support;
using ProdSales.Warehouse;

namespace ProdSales.Host.Tests.Planning;

/// <summary>Forecasts of the demo company are watched by the numbers of the semantic model; an alarm comes with a fault and goes with it.</summary>
public sealed class ForecastWatchTests : IClassFixture<PlannedDemo>, IDisposable
{
    private const string Errors = """
        SELECT coalesce(s.said, 0) - coalesce(b.sold, 0) AS error
        FROM (SELECT period_start, CAST(sum(amount) AS DOUBLE) AS said FROM fact_forecast WHERE method = 'statistical' AND measure = 'revenue' AND origin_date = period_start - 1 GROUP BY ALL) AS s
        LEFT JOIN (SELECT CAST(date_trunc('month', ordered_date) AS DATE) AS period_start, CAST(sum(net_amount) AS DOUBLE) AS sold FROM fact_sales_order_line WHERE is_cancelled IS NOT TRUE GROUP BY ALL) AS b
          ON b.period_start = s.period_start
        WHERE s.period_start BETWEEN '2025-11-01' AND '2026-10-01'
        ORDER BY s.period_start
        """;

    private readonly PlannedDemo _demo;
    private readonly TemporaryFolder _folder = new();

    public ForecastWatchTests(PlannedDemo demo) => _demo = demo;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Forecasts_that_run_to_one_side_are_called_until_they_no_longer_do()
    {
        string file = _folder.File("watched.duckdb");
        File.Copy(_demo.Warehouse, file);
        using WarehouseDatabase warehouse = WarehouseDatabase.Open(file);
        PlannedSeries revenue = PlannedCatalogue.All.Single(series => series.Name == "revenue");
        PlanningRun run = new(warehouse, TimeProvider.System);
        for (int month = 12; month >= 0; month--)
        {
            run.Plan(revenue, new DateOnly(2026, 11, 1).AddMonths(-month).AddDays(-1), default);
        }

        DateOnly origin = new(2026, 10, 31);
        ForecastWatch watch = new(warehouse, ModelReader.Shipped);
        WatchLedger ledger = new(warehouse);
        Change(warehouse, "UPDATE fact_forecast SET amount = 3 * amount, amount_p10 = 3 * amount_p10, amount_p90 = 3 * amount_p90 WHERE method = 'statistical'");
        IReadOnlyList<ModelAlarm> high = watch.Look(revenue, origin, default);
        double[] errors = Read(warehouse);

        ModelAlarm tracking = Assert.Single(high, alarm => alarm.Figure == "tracking");
        Assert.Equal((12, errors.Sum() / errors.Average(Math.Abs)), (errors.Length, tracking.Value), new ToTheMillionth());
        Assert.Contains(ledger.Alarms(isOpen: true), alarm => alarm is { ModelId: "forecast_revenue", Figure: "tracking" });
        int seen = ledger.Last("forecast_revenue")!.Value.Figures.Count;
        Assert.Equal(high.Select(alarm => alarm.Figure).Order(), watch.Look(revenue, origin, default).Select(alarm => alarm.Figure).Order());
        Assert.Equal(seen, ledger.Last("forecast_revenue")!.Value.Figures.Count);

        Change(warehouse, "UPDATE fact_forecast SET amount = amount / 3, amount_p10 = amount_p10 / 3, amount_p90 = amount_p90 / 3 WHERE method = 'statistical'");
        watch.Look(revenue, origin.AddDays(1).AddMonths(1).AddDays(-1), default);
        Assert.DoesNotContain(ledger.Alarms(isOpen: true), alarm => alarm.Figure == "tracking");
        Assert.Contains(ledger.Alarms(isOpen: false), alarm => alarm.Figure == "tracking");
    }

    private static void Change(WarehouseDatabase warehouse, string sql) => warehouse.Writer.Write(transaction => transaction.Connection.Execute(sql));

    private static double[] Read(WarehouseDatabase warehouse)
    {
        using var lease = warehouse.Readers.Lease();
        using var command = lease.Connection.CreateCommand(Errors);
        using var reader = command.ExecuteReader();
        List<double> errors = [];
        while (reader.Read())
        {
            errors.Add(Convert.ToDouble(reader.GetValue(0), CultureInfo.InvariantCulture));
        }

        return [.. errors];
    }

    private sealed class ToTheMillionth : IEqualityComparer<(int Count, double Value)>
    {
        public bool Equals((int Count, double Value) x, (int Count, double Value) y) => x.Count == y.Count && Math.Abs(x.Value - y.Value) < 1e-6;

        public int GetHashCode((int Count, double Value) value) => value.Count;
    }
}
