using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Query;

/// <summary>Where a number would be wrong or stand for nothing there is none; the plant has rows from 2024 on.</summary>
public sealed class NoWrongNumberTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private static readonly SemanticModel Model = ModelReader.Shipped;

    public static TheoryData<string> Subjects => [.. Model.Subjects.Select(subject => subject.Name)];

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_period_of_which_nothing_is_known_has_no_numbers_not_even_zeros(string name)
    {
        Subject subject = Model.Subject(name)!;
        MeasureRequest[] measures = [.. subject.Measures.Select(measure => new MeasureRequest(measure))];
        MetricQuery query = Query(subject, "2019-03-01", "2019-04-30", new CutRequest { Measures = measures, Cuts = [new CutRequest { Grain = TimeGrain.Month, Measures = measures }] });

        foreach (int cut in new[] { 0, 1 })
        {
            Assert.All(Rows(query, cut), row => Assert.All(row, value => Assert.Equal("null", value)));
        }
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_comparison_with_days_of_which_nothing_is_known_has_no_numbers(string name)
    {
        Subject subject = Model.Subject(name)!;
        foreach (Comparison comparison in Comparison.All.Where(known => known.Name.Contains("last", StringComparison.Ordinal)))
        {
            MeasureRequest[] compared = [.. subject.Measures.Select(measure => new MeasureRequest(measure, comparison))];
            CutRequest cut = new() { Measures = [.. subject.Measures.Select(measure => new MeasureRequest(measure)), .. compared] };
            MetricQuery query = Query(subject, "2024-02-10", "2024-11-20", cut);
            PlannedCut planned = QueryPlanner.Plan(query).AllCuts[0];
            string[] columns = [.. compared.Where(request => planned.Unavailable.All(reason => reason.Measure != request.Measure.Name)).Select(request => request.Column)];

            Assert.All(
                ResultRows.OfCut(plant.Connection, query, 0, columns).SelectMany(row => row.Zip(columns)),
                value => Assert.Equal(("null", value.Second), value));
        }
    }

    [Fact]
    public void The_whole_around_a_cut_of_the_first_members_is_that_of_all_members()
    {
        Subject sales = Model.Subject("sales")!;
        MeasureRequest[] measures = [new(sales.Measure("revenue")!), new(sales.Measure("orders")!)];
        CutRequest first = new() { Dimension = sales.Dimension("customer"), Measures = measures, First = 2, Order = new CutOrder(sales.Measure("revenue"), true) };
        MetricQuery query = Query(sales, "2024-01-01", "2025-12-31", new CutRequest { Measures = measures, Cuts = [first] });

        string[] byHand = ResultRows.Read(plant.Connection, "SELECT sum(net_amount), count(DISTINCT order_id) FROM fact_sales_order_line WHERE is_cancelled IS NOT TRUE")[0];

        Assert.Equal(byHand, ResultRows.OfCut(plant.Connection, query, 0, ["revenue", "orders"]).Single());
        Assert.Equal(2, ResultRows.OfCut(plant.Connection, query, 1, ["revenue"]).Count);
    }

    [Fact]
    public void Distinct_counts_of_steps_are_counted_for_the_whole_anew()
    {
        Subject sales = Model.Subject("sales")!;
        MeasureRequest[] measures = [new(sales.Measure("orders")!), new(sales.Measure("orders")!, Comparison.SamePeriodLastYear)];
        MetricQuery query = Query(sales, "2025-01-01", "2025-06-30", new CutRequest { Measures = measures, Cuts = [new CutRequest { Grain = TimeGrain.Day, Measures = measures }] });

        Assert.Equal(
            ResultRows.Read(plant.Connection, """
                SELECT count(DISTINCT order_id) FILTER (WHERE year(ordered_date) = 2025), count(DISTINCT order_id) FILTER (WHERE year(ordered_date) = 2024)
                FROM fact_sales_order_line WHERE is_cancelled IS NOT TRUE AND month(ordered_date) <= 6
                """)[0],
            ResultRows.OfCut(plant.Connection, query, 0, ["orders", "same_period_last_year_orders"]).Single());
    }

    private IReadOnlyList<string[]> Rows(MetricQuery query, int cut)
    {
        PlannedCut planned = QueryPlanner.Plan(query).AllCuts[cut];
        string[] columns = [.. planned.Request.Measures.Where(request => planned.Unavailable.All(reason => reason.Measure != request.Measure.Name)).Select(request => request.Column)];
        return ResultRows.OfCut(plant.Connection, query, cut, columns);
    }

    private static MetricQuery Query(Subject subject, string from, string to, CutRequest cut) => new()
    {
        Subject = subject,
        Period = new Period(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)),
        AsOf = new DateOnly(2026, 1, 1),
        Cuts = [cut],
    };
}
