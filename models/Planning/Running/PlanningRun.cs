using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Forecasting.Intervals;
using ProdSales.Loading;
using ProdSales.Loading.Intake;
using ProdSales.Loading.Reports;
using ProdSales.Planning.Calendars;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Frames;
using ProdSales.Planning.Hierarchies;
using ProdSales.Planning.Intervals;
using ProdSales.Planning.Methods;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Planning.Running;

/// <summary>Forecasts the business from an origin day, with what was known then, and loads the forecasts as one batch of the feed of forecasts.</summary>
/// <remarks>
/// A schedule calls <see cref="Plan"/> for each of <see cref="PlannedCatalogue.All"/> after the deals of the day were scored (predictions <c>win_30</c> to <c>win_270</c>): without scores of the
/// month before the origin there is no forecast from the pipeline. Once a month is enough; asked again for the same origin it changes nothing. It needs the warehouse open for writing.
/// </remarks>
/// <param name="database">The warehouse.</param>
/// <param name="clock">Gives the time at which forecasts are recorded.</param>
public sealed class PlanningRun(WarehouseDatabase database, TimeProvider clock)
{
    private const int FewestPeriods = 6;
    private const int MonthsOfAYear = 12;
    private const int WeeksOfAYear = 52;

    /// <summary>Forecasts one definition from an origin.</summary>
    /// <param name="series">The definition.</param>
    /// <param name="origin">The origin day.</param>
    /// <param name="cancellation">Ends it; nothing is loaded then.</param>
    /// <exception cref="WarehouseException">The series could not be read, or the forecasts not be loaded.</exception>
    public PlanningResult Plan(PlannedSeries series, DateOnly origin, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(series);
        List<FeedRow> rows;
        PlanningResult result;
        PlannedFrame frame;
        using (ReaderLease lease = database.Readers.Lease(cancellation))
        {
            if (IsThere(lease.Connection, series, origin))
            {
                return new PlanningResult { Series = series, Origin = origin, Outcome = PlanningOutcome.AlreadyThere };
            }

            frame = PlannedFrameReader.Read(lease.Connection, series, origin, cancellation);
            if (frame.Periods.Count < FewestPeriods || frame.Leaves.Count == 0)
            {
                return new PlanningResult { Series = series, Origin = origin, Outcome = PlanningOutcome.TooShort, WithoutHistory = frame.WithoutHistory };
            }

            (result, rows) = Forecast(lease.Connection, frame, cancellation);
        }

        return Loaded(result, rows, frame, cancellation);
    }

    /// <summary>The last day of which the warehouse knows sales or tickets; null while it holds neither.</summary>
    public static DateOnly? LastKnownDay(DuckDbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using DuckDbCommand command = connection.CreateCommand(
            "SELECT max(day) FROM (SELECT max(ordered_date) AS day FROM fact_sales_order_line UNION ALL SELECT max(created_date) FROM fact_ticket)");
        return command.ExecuteScalar() is DateOnly day ? day : null;
    }

    private (PlanningResult Result, List<FeedRow> Rows) Forecast(DuckDbConnection connection, PlannedFrame frame, CancellationToken cancellation)
    {
        PlannedSeries series = frame.Series;
        int year = series.Step is PlannedStep.Month ? MonthsOfAYear : WeeksOfAYear;
        PlannedPeriod[] periods = [.. Enumerable.Range(1, series.Horizon).Select(step => frame.Periods[^1].Later(step, series.Step))];
        WorkCalendar calendar = WorkCalendar.Read(connection, [.. frame.Periods, .. periods], cancellation);
        FrameHierarchy hierarchy = FrameHierarchy.Of(frame);
        HierarchyForecast statistical = new HierarchyForecaster(hierarchy, calendar, year, series.Horizon, frame.IsNonNegative)
            .Forecast(new Launches(frame, hierarchy).Put, cancellation);
        List<Voice> said =
        [
            Voice.Of("naive", Transposed([.. frame.Values.Select(values => NaivePlan.Points(values, year, series.Horizon))]), Errors(frame, year).OfNaive()),
            new Voice("statistical", statistical.Points, [.. statistical.Intervals.Select(step => step.Select(held => (Interval?)held).ToArray())], null),
        ];
        said.AddRange(series.HasDeals ? OfDeals(new PlanFacts(connection, frame.Origin, cancellation), frame, periods, statistical.Points, year) : []);
        PlannedRows made = new(frame, periods, Currency(connection), clock.GetUtcNow().UtcDateTime);
        List<FeedRow> rows = [.. said.SelectMany(method => made.Of(method.Method, method.Points, method.Intervals)), .. ProposalRows.Of(frame, clock.GetUtcNow().UtcDateTime)];
        PlanningResult result = new()
        {
            Series = series,
            Origin = frame.Origin,
            Outcome = PlanningOutcome.Loaded,
            Leaves = frame.Leaves.Count,
            Rows = rows.OfType<Forecast>().Count(),
            Methods = [.. said.Select(method => method.Method)],
            WithoutIntervals = [.. said.Select(method => method.Shortage).OfType<IntervalShortage>()],
            Calendar = statistical.Calendar,
            Reconciliation = statistical.Reconciliation,
            WithoutHistory = frame.WithoutHistory,
        };
        return (result, rows);
    }

    private static IEnumerable<Voice> OfDeals(PlanFacts facts, PlannedFrame frame, PlannedPeriod[] periods, double[][] statistical, int year)
    {
        Voice Judged(string method, double[][] points) => Voice.Of(method, points, Errors(frame, year).OfKept(facts.Kept(frame.Series, method, frame.Periods[^1].Last)));

        List<double[][]> voices = [statistical];
        IReadOnlyList<OpenDeal> deals = facts.Deals();
        if (deals.Count > 0 && facts.DealHistory(frame.Periods[^1].Last) is { } past)
        {
            double[][] pipeline = PipelinePlan.Points(frame.Leaves, deals, past, statistical);
            voices.Add(pipeline);
            yield return Judged("pipeline", pipeline);
        }

        if (facts.Commitments(frame.Series.Name) is { Count: > 0 } commitments)
        {
            voices.Add(CommitmentPlan.Points(frame, periods, commitments, statistical));
        }

        if (voices.Count > 1)
        {
            yield return Judged("consensus", [.. periods.Select((_, step) => ConsensusPlan.Points([.. voices.Select(voice => voice[step])]))]);
        }
    }

    private static OwnErrors Errors(PlannedFrame frame, int year) => new(frame, year, frame.Series.Horizon, HierarchyForecaster.Level);

    private PlanningResult Loaded(PlanningResult result, List<FeedRow> rows, PlannedFrame frame, CancellationToken cancellation)
    {
        string origin = string.Create(CultureInfo.InvariantCulture, $"forecasts of {result.Series.Name} from {result.Origin:yyyy-MM-dd}");
        FeedInput[] inputs =
        [
            .. rows.GroupBy(row => row.GetType()).Select(group => MadeRows.Of(FeedCatalogue.All.Single(feed => feed.RecordType == group.Key), [.. group], origin)),
        ];
        LoadReport report = new WarehouseLoader(database, clock).Load(new LoadRequest($"{origin} {frame.Digest()}", origin, inputs), cancellationToken: cancellation);
        return report.Outcome switch
        {
            LoadOutcome.Committed => result,
            LoadOutcome.AlreadyLoaded => result with { Outcome = PlanningOutcome.AlreadyThere, Rows = 0 },
            _ => result with { Outcome = PlanningOutcome.Refused, Rows = 0, Problems = [.. report.Refusals.Select(refusal => refusal.Message)] },
        };
    }

    private static bool IsThere(DuckDbConnection connection, PlannedSeries series, DateOnly origin)
    {
        using DuckDbCommand command = connection.CreateCommand(
            "SELECT count(*) FROM fact_forecast WHERE measure = $measure AND origin_date = $origin AND method = 'statistical' AND starts_with(source_id, $made)");
        command.Parameters.Add(new DuckDbParameter("measure", series.Name));
        command.Parameters.Add(new DuckDbParameter("origin", origin));
        command.Parameters.Add(new DuckDbParameter("made", PlannedRows.MadeBy(series, "statistical")));
        return (long)command.ExecuteScalar()! > 0;
    }

    internal static string Currency(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT value FROM warehouse_setting WHERE name = 'group_currency'");
        return (string)command.ExecuteScalar()!;
    }

    private static double[][] Transposed(double[][] byLeaf) =>
        [.. Enumerable.Range(0, byLeaf[0].Length).Select(step => (double[])[.. byLeaf.Select(leaf => leaf[step])])];
}
