using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using ProdSales.Feeds;
using ProdSales.Loading;
using ProdSales.Loading.Intake;
using ProdSales.Loading.Reports;
using ProdSales.Planning.Frames;
using ProdSales.Planning.Running;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Planning.Overriding;

/// <summary>Keeps what planners say beside what is forecast: rows of the method <c>override</c>, shared out over series as the statistical forecast sees them. Of several the last counts, all are kept.</summary>
/// <param name="database">The warehouse.</param>
/// <param name="clock">Gives when it was said.</param>
public sealed class OverrideDesk(WarehouseDatabase database, TimeProvider clock)
{
    /// <summary>Keeps an override.</summary>
    /// <param name="request">What is said.</param>
    /// <param name="cancellation">Ends it; nothing is kept then.</param>
    /// <exception cref="WarehouseException">The forecasts could not be read, or the override not be loaded.</exception>
    public OverrideResult Keep(OverrideRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Value < 0)
        {
            return new OverrideResult { Refusal = string.IsNullOrWhiteSpace(request.Reason) ? OverrideRefusal.ReasonMissing : OverrideRefusal.NegativeValue };
        }

        DateTime now = clock.GetUtcNow().UtcDateTime;
        List<Forecast> rows = Statistical(request, now, out string currency, cancellation);
        if (rows.Count == 0)
        {
            return new OverrideResult { Refusal = OverrideRefusal.NothingToOverride };
        }

        OverrideResult result = new()
        {
            Origin = rows[0].OriginDate,
            PeriodStart = rows[0].PeriodStart,
            PeriodEnd = rows[0].PeriodEnd,
            Statistical = rows.Sum(Value),
            Series = rows.Count,
        };
        if (rows[0].PeriodEnd < DateOnly.FromDateTime(clock.GetLocalNow().DateTime))
        {
            return result with { Refusal = OverrideRefusal.PeriodIsOver };
        }

        Load([.. Shared(rows, request.Value, result.Statistical).Select(row => row with { Currency = row.Amount is null ? null : currency })], request, now, cancellation);
        return result;
    }

    private List<Forecast> Statistical(OverrideRequest request, DateTime now, out string currency, CancellationToken cancellation)
    {
        using ReaderLease lease = database.Readers.Lease(cancellation);
        currency = PlanningRun.Currency(lease.Connection);
        using StreamReader text = new(Assembly.GetExecutingAssembly().GetManifestResourceStream("overridden.sql")!);
        using DuckDbCommand command = lease.Connection.CreateCommand(text.ReadToEnd());
        foreach ((string name, object? value) in (ReadOnlySpan<(string, object?)>)
            [("measure", request.Measure), ("period", request.Period), ("origin", request.Origin), ("region", request.Region), ("line", request.ProductLine), ("employee", request.EmployeeId), ("product", request.ProductId)])
        {
            command.Parameters.Add(new DuckDbParameter(name, value));
        }

        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        List<Forecast> rows = [];
        while (reader.Read())
        {
            rows.Add(Row(reader, request, now));
        }

        return rows;
    }

    private static Forecast Row(DuckDbDataReader reader, OverrideRequest request, DateTime now)
    {
        string? Text(string name) => reader.IsDBNull(reader.GetOrdinal(name)) ? null : reader.GetString(reader.GetOrdinal(name));
        DateOnly Day(string name) => reader.GetFieldValue<DateOnly>(reader.GetOrdinal(name));
        PlannedLeaf leaf = new(Text("source_system"), Text("region"), Text("product_line"), Text("employee_id"), Text("product_id"));
        decimal value = reader.GetFieldValue<decimal>(reader.GetOrdinal("value"));
        bool isMoney = reader.GetBoolean(reader.GetOrdinal("is_money"));
        return new Forecast
        {
            SourceSystem = leaf.SourceSystem!,
            SourceId = string.Create(CultureInfo.InvariantCulture, $"{request.Measure}:override:{Day("origin_date"):yyyy-MM-dd}:{Day("period_start"):yyyy-MM-dd}:{leaf.Key}:{now:yyyy-MM-ddTHH:mm:ss.ffffff}:{reader.GetInt64(0):D9}"),
            RecordedAt = now,
            OriginDate = Day("origin_date"),
            PeriodStart = Day("period_start"),
            PeriodEnd = Day("period_end"),
            Method = "override",
            Measure = request.Measure,
            EmployeeId = leaf.EmployeeId,
            ProductId = leaf.ProductId,
            Region = leaf.Region,
            ProductLine = leaf.ProductLine,
            Amount = isMoney ? value : null,
            Quantity = isMoney ? null : value,
            ExchangeRate = isMoney ? 1 : null,
            MadeBy = request.MadeBy,
            Reason = request.Reason.Trim(),
        };
    }

    private static decimal Value(Forecast row) => row.Amount ?? row.Quantity ?? 0;

    // What rounding leaves over goes to the last, so that the parts are the whole.
    private static IEnumerable<Forecast> Shared(List<Forecast> rows, decimal whole, decimal statistical)
    {
        decimal left = whole;
        foreach ((int at, Forecast row) in rows.Index())
        {
            decimal part = at == rows.Count - 1 ? left : Math.Round(statistical > 0 ? whole * Value(row) / statistical : whole / rows.Count, 4);
            left -= part;
            yield return row.Amount is null ? row with { Quantity = part } : row with { Amount = part };
        }
    }

    private void Load(List<FeedRow> rows, OverrideRequest request, DateTime now, CancellationToken cancellation)
    {
        string origin = string.Create(CultureInfo.InvariantCulture, $"override of {request.Measure} by {request.MadeBy} at {now:yyyy-MM-dd HH:mm:ss.ffffff}");
        FeedInput input = MadeRows.Of(FeedCatalogue.All.Single(feed => feed.RecordType == typeof(Forecast)), rows, origin);
        LoadReport report = new WarehouseLoader(database, clock).Load(new LoadRequest($"{origin}: {rows[0].SourceId}", origin, [input]), cancellationToken: cancellation);
        if (report.Outcome is LoadOutcome.Refused)
        {
            throw new UnreachableException($"Loading refused an override that was made from rows it had taken before: {string.Join("; ", report.Refusals.Select(refusal => refusal.Message))}");
        }
    }
}
