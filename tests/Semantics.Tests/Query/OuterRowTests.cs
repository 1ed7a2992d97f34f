using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Query;

/// <summary>What random questions found: rows that were lost with the cut around them, and statements that failed.</summary>
public sealed class OuterRowTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    [Fact]
    public void A_region_that_is_scored_in_one_month_only_is_told_with_that_month()
    {
        plant.Connection.Execute("""
            DELETE FROM fact_customer_health;
            INSERT INTO fact_customer_health (month, customer_key, region_key, score, coverage, batch_id)
            VALUES ('2025-01-01', 1, 1, 70, 1, 1), ('2025-02-01', 2, 2, 80, 1, 1)
            """);
        Subject subject = ModelReader.Shipped.Subject("customer_health")!;
        Dimension region = subject.Dimension("region")!;
        MeasureRequest score = new(subject.Measure("score")!);
        CutRequest months = new() { Grain = TimeGrain.Month, Measures = [score], Fields = [new CutField(region, false)] };
        MetricQuery query = Question("customer_health") with
        {
            Cuts = [new CutRequest { Dimension = region, Measures = [score], Fields = [new CutField(region, false)], Cuts = [months] }],
        };

        Assert.Equal("华东 | null\n华南 | 80", ResultRows.Lines(ResultRows.OfCut(plant.Connection, query, 0, ["region", "score"])));
        Assert.Equal("华东 | 2025-01-01 | 70\n华南 | 2025-02-01 | 80", ResultRows.Lines(ResultRows.OfCut(plant.Connection, query, 1, ["region", "period", "score"])));
    }

    [Fact]
    public void A_name_that_is_no_number_is_no_member_of_a_dimension_of_numbers()
    {
        Subject subject = ModelReader.Shipped.Subject("reliability")!;
        MemberFilter filter = new(subject.Dimension("months_in_service")!, false, false, ["many"]);
        MetricQuery query = Question("reliability") with { Filters = [filter], Cuts = [new CutRequest { Measures = [new MeasureRequest(subject.Measure("failures")!)] }] };

        Assert.Equal("null", ResultRows.Lines(ResultRows.OfCut(plant.Connection, query, 0, ["failures"])));
    }

    [Fact]
    public void Days_of_a_compared_month_are_counted_beside_the_month_of_the_row()
    {
        Subject subject = ModelReader.Shipped.Subject("cash")!;
        MeasureRequest days = new(subject.Measure("dso_days")!, Comparison.PreviousPeriod);
        MetricQuery query = Question("cash") with { Cuts = [new CutRequest { Grain = TimeGrain.Month, Measures = [days] }] };

        Assert.Equal(["2025-01-01", "2025-02-01"], ResultRows.OfCut(plant.Connection, query, 0, ["period"]).Select(row => row[0]));
    }

    private static MetricQuery Question(string subject) => new()
    {
        Subject = ModelReader.Shipped.Subject(subject)!,
        Period = new Period(new DateOnly(2025, 1, 1), new DateOnly(2025, 2, 28)),
        AsOf = new DateOnly(2025, 6, 1),
        Cuts = [],
    };
}
