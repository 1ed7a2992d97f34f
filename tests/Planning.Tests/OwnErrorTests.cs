using ProdSales.Forecasting.Intervals;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Frames;
using ProdSales.Planning.Intervals;
using ProdSales.Planning.Running;
using ProdSales.Plants;
using System.Globalization;

namespace ProdSales.Planning.Tests;

/// <summary>Methods without a spread of their own have intervals from how they erred before, or the reason why they have none.</summary>
public sealed class OwnErrorTests(PlannedCompany company) : IClassFixture<PlannedCompany>
{
    private const int Months = 24;

    [Fact]
    public void An_interval_is_as_wide_as_four_in_five_errors_were_for_a_leaf_of_that_size()
    {
        // Ten leaves of 100, one of them of 50 since a year; errors of 1 to 60 hundredths of 100 at six origins.
        PlannedFrame frame = Frame([.. Enumerable.Range(0, 10).Select(leaf => Enumerable.Range(0, Months).Select(month => leaf == 9 && month >= 12 ? 50.0 : 100.0).ToArray())]);
        OwnErrors errors = new(frame, 12, 2, 0.8);
        for (int error = 1; error <= 60; error++)
        {
            errors.Add(Months - 6 + (error % 6), 0, error % 8, 100 + (error % 2 == 0 ? error : -error));
        }

        Interval?[][] intervals = errors.Around([[.. Enumerable.Repeat(70.0, 10)], [.. Enumerable.Repeat(70.0, 10)]]);

        // The 49th of 60 is the first that holds four in five of 61.
        Assert.Equal((21, 119), Rounded(intervals[0][0]!.Value));
        Assert.Equal((45.5, 94.5), Rounded(intervals[0][9]!.Value));
        Assert.All(intervals[1], Assert.Null);
        Assert.Equal(new IntervalShortage("told", 2, 0, 0), errors.Shortage("told"));
    }

    [Theory]
    [InlineData(59, 6)]
    [InlineData(200, 5)]
    public void Few_errors_or_few_origins_make_no_interval(int count, int origins)
    {
        OwnErrors errors = new(Frame([[.. Enumerable.Repeat(100.0, Months)]]), 12, 1, 0.8);
        for (int error = 0; error < count; error++)
        {
            errors.Add(Months - 6 + (error % origins), 0, 0, 100 + error);
        }

        Assert.Null(errors.Around([[100]])[0][0]);
        Assert.Equal(new IntervalShortage("told", 1, count, origins), errors.Shortage("told"));
    }

    [Fact]
    public void What_was_kept_is_found_by_leaf_and_period_and_counts_from_the_last_whole_month_before_its_origin()
    {
        double[][] values = [.. Enumerable.Range(0, 10).Select(_ => Enumerable.Repeat(100.0, Months).ToArray())];
        PlannedFrame frame = Frame(values);
        OwnErrors errors = new(frame, 12, 2, 0.8);
        errors.OfKept(
            from back in Enumerable.Range(2, 6)
            from leaf in frame.Leaves.Append(frame.Leaves[0] with { Region = "gone" })
            select new KeptForecast(leaf.Key, frame.Periods[^back].Last.AddDays(12), frame.Periods[^(back - 1)].First, 90));

        Assert.Equal((60, 80), Rounded(errors.Around([[.. Enumerable.Repeat(70.0, 10)], new double[10]])[0][3]!.Value));
    }

    [Fact]
    public void Methods_that_spoke_at_six_origins_have_intervals_that_hold_about_four_in_five()
    {
        DemoStar star = company.Whole;
        PlanningRun run = new(star.Database, star.Clock);
        PlannedSeries revenue = PlannedCatalogue.Find("revenue")!;
        PlanningResult[] results = [.. Enumerable.Range(-9, 11).Select(month => run.Plan(revenue, PlannedCompany.Day.AddDays(1).AddMonths(month).AddDays(-1), CancellationToken.None))];

        Assert.Equal(new IntervalShortage("consensus", 1, 0, 0), results[0].WithoutIntervals.Single(lack => lack.Method == "consensus"));
        Assert.Equal(
            [.. Enumerable.Range(0, 6).Select(_ => "true"), .. Enumerable.Range(0, 5).Select(_ => "false")],
            star.Query("SELECT bool_and(amount_p10 IS NULL) FROM fact_forecast WHERE method = 'consensus' AND measure = 'revenue' AND period_start = date_trunc('month', origin_date + INTERVAL 1 DAY) GROUP BY origin_date ORDER BY origin_date").Select(value => value.ToLowerInvariant()));
        Assert.DoesNotContain(results[^1].WithoutIntervals, lack => lack.Method == "naive");
        Assert.Equal(["0"], star.Query("SELECT count(*) FROM fact_forecast WHERE measure = 'revenue' AND (amount < amount_p10 OR amount > amount_p90 OR (amount_p10 IS NULL) <> (amount_p90 IS NULL))"));

        // Months that were over by the end of the data, counted from order lines.
        string[] held = star.Query("""
            WITH came AS (
              SELECT date_trunc('month', l.ordered_date) AS month, l.region_key, p.product_line, CASE WHEN e.manager_durable_key <> 0 THEN e.manager_durable_key ELSE e.employee_durable_key END AS who, sum(l.net_amount) AS amount
              FROM fact_sales_order_line AS l INNER JOIN dim_product AS p ON p.product_key = l.product_key INNER JOIN dim_employee AS e ON e.employee_key = l.owner_key
              WHERE l.is_cancelled IS NOT TRUE GROUP BY ALL
            )
            SELECT CAST(avg(CASE WHEN coalesce(c.amount, 0) BETWEEN f.amount_p10 AND f.amount_p90 THEN 1 ELSE 0 END) AS DOUBLE)
            FROM fact_forecast AS f INNER JOIN dim_employee AS e ON e.employee_key = f.employee_key
            LEFT JOIN came AS c ON c.month = f.period_start AND c.region_key = f.region_key AND c.product_line = f.product_line AND c.who = e.employee_durable_key
            WHERE f.measure = 'revenue' AND f.method IN ('naive', 'consensus') AND f.amount_p10 IS NOT NULL AND f.period_end <= '2026-10-31'
            GROUP BY f.method ORDER BY f.method
            """);
        Assert.All(held, share => Assert.InRange(double.Parse(share, CultureInfo.InvariantCulture), 0.7, 0.92));
        Assert.Equal(2, held.Length);
    }

    private static (double Low, double High) Rounded(Interval interval) => (Math.Round(interval.Low, 9), Math.Round(interval.High, 9));

    private static PlannedFrame Frame(double[][] values)
    {
        PlannedSeries series = new() { Name = "told", Unit = PlannedUnit.Money, Leaf = [LeafColumns.Region], Levels = [[]], Rows = "" };
        PlannedPeriod first = PlannedPeriod.Of(new DateOnly(2024, 1, 1), PlannedStep.Month);
        PlannedPeriod[] periods = [.. Enumerable.Range(0, values[0].Length).Select(step => first.Later(step, PlannedStep.Month))];
        return new PlannedFrame(series, periods[^1].Last, periods, [.. values.Select((_, leaf) => new PlannedLeaf(null, $"region {leaf}", null, null, null))], values, []);
    }
}
