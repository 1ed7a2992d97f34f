using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProdSales.SchemaTests.Answers;

namespace ProdSales.SchemaTests.Drilling;

/// <summary>However deep a drill-down goes and however much stands in it, one statement a subject, period and filter reaches DuckDB.</summary>
public sealed class OneStatementTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Span = "period: { from: \"2025-01-01\", to: \"2025-12-31\" }";

    private const string FourLevels = """
        total { revenue
          byRegion(orderBy: { revenue: DESC }, first: 3) { region revenue
            byIndustry(where: { orderLines: { gte: 1 } }, first: 4) { industry revenue
              byCustomer(orderBy: { grossMargin: ASC }, first: 2) { customer revenue
                last: compare(to: SAME_PERIOD_LAST_YEAR) { revenue } before: compare(to: PREVIOUS_PERIOD) { revenue orders }
                overTime(grain: QUARTER, everyStep: true) { period revenue grossMarginRate compare(to: SAME_WORKDAYS_LAST_YEAR) { revenue } } } } } }
        byProductLine { productLine revenue }
        """;

    [Fact]
    public void Four_levels_with_time_and_comparisons_are_one_statement_that_reads_each_period_once()
    {
        string statement = Assert.Single(Heard($"{{ sales({Span}) {{ {FourLevels} }} }}"));

        Assert.Equal(4, Scans(statement, "fact_sales_order_line"));
    }

    [Fact]
    public void Root_fields_on_one_fact_and_filter_share_a_statement_and_a_scan()
    {
        string aliases = string.Join(' ', Enumerable.Range(0, 20).Select(i => $"a{i}: sales({Span}, where: {{ channel: {{ ne: \"dealer\" }} }}) {{ byRegion(first: {i + 1}) {{ region revenue }} }}"));
        string statement = Assert.Single(Heard($"{{ {aliases} }}"));

        Assert.Equal(1, Scans(statement, "fact_sales_order_line"));
    }

    [Fact]
    public void Each_subject_and_each_filter_is_one_statement()
    {
        string targets = "byEmployee(orderBy: { attainment: ASC }, first: 3) { employee attainment attainmentStatus overTime(grain: MONTH) { period attainment } }";

        Assert.Equal(3, Heard($"{{ sales({Span}) {{ {FourLevels} }} quota({Span}) {{ {targets} }} part: sales({Span}, where: {{ region: {{ eq: \"华东\" }} }}) {{ {FourLevels} }} }}").Count);
    }

    [Fact]
    public void Twenty_fields_on_one_answer_hold_what_one_would_hold()
    {
        JsonNode alone = JsonNode.Parse(plant.Data($"{{ sales({Span}) {{ {FourLevels} }} }}"))!["sales"]!;
        JsonNode many = JsonNode.Parse(plant.Data($"{{ {string.Join(' ', Enumerable.Range(0, 20).Select(i => $"a{i}: sales({Span}) {{ {FourLevels} }}"))} }}"))!;

        Assert.All(many.AsObject(), answer => Assert.Equal(alone.ToJsonString(), answer.Value!.ToJsonString()));
    }

    private IReadOnlyList<string> Heard(string query)
    {
        // What is connected, and which rollups are kept, is looked up once and remembered.
        Assert.Null(plant.Ask(query)["errors"]);
        return plant.Heard(query);
    }

    private static int Scans(string statement, string table) => Regex.Count(statement, $@"FROM {table} AS f\b", RegexOptions.None, TimeSpan.FromSeconds(1));
}
