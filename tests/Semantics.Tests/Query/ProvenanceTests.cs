using ProdSales.Semantics;
using ProdSales.SemanticsTests.Cases;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Query;

/// <summary>An answer can tell where it comes from.</summary>
public sealed class ProvenanceTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    [Fact]
    public void Rows_are_those_that_hand_written_sql_counts_for_each_pass()
    {
        ResultProvenance provenance = Of(Sales([new(Revenue), new(Revenue, Comparison.SameWorkdaysPreviousPeriod)]) with { Filters = [new MemberFilter(ModelReader.Shipped.Dimension("region")!, false, false, ["华东"])] });

        // May 2025 has 19 workdays; the first 19 of April end with the 27th.
        Assert.Equal(
            [("sales_order_line", Rows("2025-05-01", "2025-05-31")), ("same_workdays_previous_period_sales_order_line", Rows("2025-04-01", "2025-04-27"))],
            provenance.Passes.Select(pass => (pass.Name, pass.Rows)));
        Assert.All(provenance.Passes, pass => Assert.Equal(("sales_order_line", null, "no-rollups-kept"), (pass.Fact, pass.Rollup, pass.RollupRefusal)));
    }

    [Fact]
    public void Every_question_of_the_cases_can_be_traced()
    {
        foreach (MetricCase known in MetricCase.All)
        {
            ResultProvenance provenance = Of(known.Query());

            Assert.NotEmpty(provenance.Passes);
            Assert.NotEmpty(provenance.Data);
            Assert.All(provenance.Measures, measure => Assert.Equal(16, measure.Version.Length));
        }
    }

    [Fact]
    public void Versions_of_data_are_those_of_the_tables_that_are_read()
    {
        plant.Connection.Execute("DELETE FROM data_version; INSERT INTO data_version VALUES ('fact_sales_order_line', 7), ('fact_invoice', 3)");

        ResultProvenance provenance = Of(Sales([new(Revenue)]));

        Assert.Equal(new DataVersion("fact_sales_order_line", 7), Assert.Single(provenance.Data));
        Assert.Equal(ModelReader.Shipped.Version, provenance.ModelVersion);
    }

    [Fact]
    public void Measures_of_different_definitions_have_different_versions_and_the_same_one_keeps_its_own()
    {
        Subject sales = ModelReader.Shipped.Subject("sales")!;
        string[] versions = [.. Of(Sales([.. sales.Measures.Select(measure => new MeasureRequest(measure))])).Measures.Select(measure => measure.Version)];

        Assert.Equal(sales.Measures.Count, versions.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(versions, Of(Sales([.. sales.Measures.Select(measure => new MeasureRequest(measure with { Label = new LocalisedText("别名", "alias") }))])).Measures.Select(measure => measure.Version));
    }

    private static Measure Revenue => ModelReader.Shipped.Subject("sales")!.Measure("revenue")!;

    private static MetricQuery Sales(IReadOnlyList<MeasureRequest> measures) => new()
    {
        Subject = ModelReader.Shipped.Subject("sales")!,
        Period = new Period(new DateOnly(2025, 5, 1), new DateOnly(2025, 5, 31)),
        AsOf = new DateOnly(2026, 1, 1),
        Cuts = [new CutRequest { Measures = measures }],
    };

    private ResultProvenance Of(MetricQuery query)
    {
        QueryPlan plan = QueryPlanner.Plan(query);
        return ProvenanceReader.Read(ModelReader.Shipped.Version, plan, StatementSql.Of(plan), plant.Connection);
    }

    private long Rows(string from, string to) => long.Parse(
        ResultRows.Read(plant.Connection, $"SELECT count(*) FROM fact_sales_order_line WHERE is_cancelled IS NOT TRUE AND region_key = 1 AND ordered_date BETWEEN '{from}' AND '{to}'")[0][0],
        System.Globalization.CultureInfo.InvariantCulture);
}
