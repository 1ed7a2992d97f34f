using ProdSales.Planning.Definition;
using ProdSales.Planning.Watching;
using ProdSales.Predictions.Monitoring;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Planning;

/// <summary>Looks at the statistical forecasts a month ahead of the last year: whether they run to one side, and whether their intervals hold. The numbers are those of the semantic model.</summary>
/// <param name="warehouse">The warehouse.</param>
/// <param name="model">The shipped model.</param>
internal sealed class ForecastWatch(WarehouseDatabase warehouse, SemanticModel model)
{
    private const int Months = 12;

    /// <summary>Looks at one series, and keeps what is seen with the alarms that stand after it; once for each origin.</summary>
    /// <param name="series">The series.</param>
    /// <param name="origin">The end of the last month that counts.</param>
    /// <param name="cancellation">Ends it; nothing is kept then.</param>
    /// <exception cref="WarehouseException">The warehouse failed.</exception>
    internal IReadOnlyList<ModelAlarm> Look(PlannedSeries series, DateOnly origin, CancellationToken cancellation)
    {
        string name = NameOf(series);
        WatchLedger ledger = new(warehouse);
        if (ledger.Last(name) is { } seen && seen.Day >= origin)
        {
            return [.. ledger.Alarms(isOpen: true).Where(alarm => alarm.ModelId == name)];
        }

        List<(double? Forecast, double? Actual, double? Coverage)> months = Read(series, origin, cancellation);
        List<WatchFigure> figures = [];
        List<ModelAlarm> standing = [];
        if (TrackingSignal.Of([.. months.Where(month => month.Forecast is not null && month.Actual is not null).Select(month => month.Forecast!.Value - month.Actual!.Value)]) is { } tracking)
        {
            figures.Add(new WatchFigure("tracking", null, tracking.Value, tracking.Periods));
            standing.AddRange(tracking.IsAlarm ? [new ModelAlarm(name, "tracking", null, "alarm", origin, origin, null, tracking.Value, tracking.Limit)] : []);
        }

        if (CoverageSignal.Of([.. months.Select(month => month.Coverage).OfType<double>()]) is { } coverage)
        {
            figures.Add(new WatchFigure("coverage", null, coverage.Value, coverage.Periods));
            standing.AddRange(coverage.IsAlarm ? [new ModelAlarm(name, "coverage", null, "alarm", origin, origin, null, coverage.Value, coverage.Limit)] : []);
        }

        ledger.Keep(name, origin, null, figures, standing);
        return standing;
    }

    /// <summary>The name under which forecasts of a series are watched, where models have their id.</summary>
    internal static string NameOf(PlannedSeries series) => $"forecast_{series.Name}";

    private List<(double? Forecast, double? Actual, double? Coverage)> Read(PlannedSeries series, DateOnly origin, CancellationToken cancellation)
    {
        bool isRevenue = series.Name == "revenue";
        Subject subject = model.Subjects.Single(held => held.Name == (isRevenue ? "forecasts" : "demand_forecasts"));
        string[] names = isRevenue ? ["forecast_amount", "actual_amount", "interval_coverage"] : ["forecast_quantity", "actual_quantity", "demand_coverage"];
        (string Dimension, string Value)[] filters = [("forecast_method", "statistical"), ("forecast_lag", "1"), .. isRevenue ? [] : new[] { ("forecast_measure", series.Name) }];
        MetricQuery query = new()
        {
            Subject = subject,
            Period = new Period(origin.AddDays(1).AddMonths(-Months), origin),
            AsOf = origin,
            Filters = [.. filters.Select(filter => new MemberFilter(subject.Dimensions.Single(held => held.Name == filter.Dimension), IsById: false, IsExcluding: false, [filter.Value]))],
            Cuts = [new CutRequest { Grain = TimeGrain.Month, Measures = [.. names.Select(name => new MeasureRequest(subject.Measures.Single(held => held.Name == name)))] }],
        };
        SqlStatement statement = StatementSql.Of(QueryPlanner.Plan(query));
        int[] positions = [.. names.Select(name => statement.Columns.ToList().IndexOf(name))];
        using ReaderLease lease = warehouse.Readers.Lease(cancellation);
        using DuckDbCommand command = statement.CommandOn(lease.Connection);
        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        List<(double?, double?, double?)> months = [];
        while (reader.Read())
        {
            double?[] values = [.. positions.Select(position => position < 0 || reader.IsDBNull(position) ? (double?)null : Convert.ToDouble(reader.GetValue(position), System.Globalization.CultureInfo.InvariantCulture))];
            months.Add((values[0], values[1], values[2]));
        }

        return months;
    }
}
