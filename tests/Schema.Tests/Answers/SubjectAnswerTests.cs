using System.Globalization;
using System.Text.Json.Nodes;

namespace ProdSales.SchemaTests.Answers;

/// <summary>A selection is one question; its answer has the shape of the selection and the numbers of SQL written by hand.</summary>
public sealed class SubjectAnswerTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    private const string Span = "period: { from: \"2024-01-01\", to: \"2025-12-31\" }";

    [Fact]
    public void The_total_is_what_hand_written_sql_gives()
    {
        object?[] row = plant.Row("""
            SELECT CAST(sum(net_amount) AS DECIMAL(18,4)), count(*) FROM fact_sales_order_line WHERE coalesce(is_cancelled, false) = false
            """);

        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"{{\"sales\":{{\"total\":{{\"revenue\":{row[0]},\"orderLines\":{row[1]}}}}}}}"),
            plant.Data($"{{ sales({Span}) {{ total {{ revenue orderLines }} }} }}"));
    }

    [Fact]
    public void Fields_come_in_the_order_of_the_selection_even_behind_inner_cuts()
    {
        string data = plant.Data($$"""
            { sales({{Span}}) { __typename byRegion(orderBy: { revenue: DESC }, first: 2) {
                a: orderLines byProductLine(first: 1) { __typename productLine region r: revenue } region compare(to: PREVIOUS_PERIOD) { revenue } } isConnected } }
            """);

        JsonObject region = JsonNode.Parse(data)!["sales"]!["byRegion"]![0]!.AsObject();
        Assert.Equal(["a", "byProductLine", "region", "compare"], region.Select(field => field.Key));
        JsonObject line = region["byProductLine"]![0]!.AsObject();
        Assert.Equal(["__typename", "productLine", "region", "r"], line.Select(field => field.Key));
        Assert.Equal(region["region"]!.ToJsonString(), line["region"]!.ToJsonString());
        Assert.Equal("SalesCut", line["__typename"]!.GetValue<string>());
        Assert.Null(region["compare"]!["revenue"]);
        Assert.Equal(["__typename", "byRegion", "isConnected"], JsonNode.Parse(data)!["sales"]!.AsObject().Select(field => field.Key));
    }

    [Fact]
    public void Nested_answers_equal_those_of_one_question_a_level()
    {
        JsonNode nested = JsonNode.Parse(plant.Data($$"""
            { sales({{Span}}) { byRegion { region revenue orders byCustomer(orderBy: { revenue: DESC }, first: 2) { customerId revenue orders overTime(grain: QUARTER) { period revenue } } } } }
            """))!["sales"]!["byRegion"]!;

        foreach (JsonNode? region in nested.AsArray())
        {
            string where = $"region: {{ eq: {region!["region"]?.ToJsonString() ?? "null"} }}";
            JsonNode flat = JsonNode.Parse(plant.Data($$"""
                { sales({{Span}}, where: { {{where}} }) { total { revenue orders } byCustomer(orderBy: { revenue: DESC }, first: 2) { customerId revenue orders } } }
                """))!["sales"]!;
            Assert.Equal(flat["total"]!["revenue"]!.ToJsonString(), region["revenue"]!.ToJsonString());
            Assert.Equal(flat["total"]!["orders"]!.ToJsonString(), region["orders"]!.ToJsonString());
            Assert.Equal(
                flat["byCustomer"]!.AsArray().Select(customer => customer!.ToJsonString()),
                region["byCustomer"]!.AsArray().Select(customer => Without(customer!, "overTime")));
            foreach (JsonNode? customer in region["byCustomer"]!.AsArray())
            {
                decimal sum = customer!["overTime"]!.AsArray().Sum(step => step!["revenue"]!.GetValue<decimal>());
                Assert.Equal(customer["revenue"]!.GetValue<decimal>(), sum);
            }
        }
    }

    [Fact]
    public void Aliases_of_one_subject_and_filter_answer_each_for_itself()
    {
        JsonNode data = JsonNode.Parse(plant.Data($$"""
            { a: sales({{Span}}) { byRegion(first: 1, orderBy: { revenue: DESC }) { revenue } total { revenue } } b: sales({{Span}}) { byRegion(first: 1, orderBy: { revenue: ASC }) { revenue } } }
            """))!;

        decimal greatest = data["a"]!["byRegion"]![0]!["revenue"]!.GetValue<decimal>();
        decimal least = data["b"]!["byRegion"]![0]!["revenue"]!.GetValue<decimal>();
        Assert.True(least < greatest && greatest < data["a"]!["total"]!["revenue"]!.GetValue<decimal>());
    }

    [Fact]
    public void A_measure_that_a_cut_would_make_wrong_is_null_with_a_reason()
    {
        JsonNode answer = plant.Ask($"{{ funnel({Span}) {{ total {{ entered }} }} leadToCash({Span}) {{ byProductLine(first: 1) {{ leads wonCount }} }} }}");

        Assert.Null(answer["data"]!["funnel"]!["total"]!["entered"]);
        Assert.NotNull(answer["data"]!["leadToCash"]!["byProductLine"]![0]!["wonCount"]);
        Assert.Equal(
            """[{"path":["funnel","total"],"measure":"entered","code":"member-not-fixed","dimension":"stage"},{"path":["leadToCash","byProductLine"],"measure":"leads","code":"dimension-not-reached","dimension":"productLine"}]""",
            answer["extensions"]!["unavailable"]!.ToJsonString());
    }

    [Fact]
    public void A_filter_that_a_fact_cannot_answer_makes_its_measures_null_with_a_reason()
    {
        JsonNode answer = plant.Ask($"{{ leadToCash({Span}, where: {{ productLine: {{ eq: \"agv\" }} }}) {{ total {{ leads wonCount invoicedAmount }} }} }}");

        JsonNode total = answer["data"]!["leadToCash"]!["total"]!;
        Assert.Null(total["leads"]);
        Assert.Null(total["receivedAmount"]);
        Assert.Equal(
            Convert.ToInt64(plant.Row("SELECT count(*) FROM fact_opportunity JOIN dim_product USING (product_key) WHERE outcome = 'won' AND product_line = 'agv' AND closed_date <= DATE '2025-12-31'")[0], CultureInfo.InvariantCulture),
            total["wonCount"]!.GetValue<long>());
        Assert.All(answer["extensions"]!["unavailable"]!.AsArray(), reason => Assert.Equal("filter-not-reached", reason!["code"]!.GetValue<string>()));
    }

    [Fact]
    public void Not_connected_no_data_and_zero_are_three_answers()
    {
        JsonNode data = JsonNode.Parse(plant.Data("""
            {
              alerts(period: { from: "2024-01-01", to: "2025-12-31" }) { total { alerts } }
              sales(period: { from: "2019-01-01", to: "2019-12-31" }) { isConnected firstDate total { revenue orderLines } byRegion { region } }
              delivery(period: { from: "2024-02-10", to: "2024-02-10" }, asOf: "2024-02-11") { isConnected total { dueLines overdueLines } }
            }
            """))!;

        Assert.Equal("""{"alerts":null}""", data["alerts"]!["total"]!.ToJsonString());
        Assert.Equal("""{"revenue":null,"orderLines":null}""", data["sales"]!["total"]!.ToJsonString());
        Assert.Equal("[]", data["sales"]!["byRegion"]!.ToJsonString());
        Assert.True(data["sales"]!["isConnected"]!.GetValue<bool>());
        Assert.Equal(0, data["delivery"]!["total"]!["overdueLines"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("sales(period: { from: \"2025-02-01\", to: \"2025-01-01\" }) { total { revenue } }", "period-ends-before-it-starts")]
    [InlineData("sales(period: { from: \"0001-01-01\", to: \"2025-01-01\" }) { total { compare(to: PREVIOUS_PERIOD) { revenue } } }", "period-out-of-range")]
    [InlineData("sales(period: { from: \"2025-01-01\", to: \"2025-01-01\" }) { byRegion(first: 0) { revenue } }", "first-out-of-range")]
    [InlineData("sales(period: { from: \"2025-01-01\", to: \"2025-01-01\" }) { byRegion { byRegion { revenue } } }", "cut-repeated")]
    public void A_question_without_sense_is_refused_with_a_code(string field, string code)
    {
        JsonNode answer = plant.Ask($"{{ {field} }}");

        Assert.Null(answer["data"]!["sales"]);
        Assert.Equal(code, answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public void The_values_of_a_filter_never_become_sql()
    {
        string data = plant.Data(
            "query ($region: String) { sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }, where: { region: { eq: $region } }) { total { revenue } } }",
            """{ "region": "华东' OR 1=1 --" }""");

        Assert.Equal("""{"sales":{"total":{"revenue":null}}}""", data);
    }

    [Fact]
    public void The_day_of_the_question_is_today_where_none_is_given()
    {
        string today = plant.Data($"{{ delivery({Span}) {{ total {{ dueLines lateLines }} }} }}");

        Assert.Equal(plant.Data($"{{ delivery({Span}, asOf: \"2026-01-01\") {{ total {{ dueLines lateLines }} }} }}"), today);
        Assert.NotEqual(plant.Data($"{{ delivery({Span}, asOf: \"2025-01-01\") {{ total {{ dueLines lateLines }} }} }}"), today);
    }

    [Fact]
    public void Stages_come_in_their_order_and_customers_with_their_attributes()
    {
        JsonNode data = JsonNode.Parse(plant.Data($$"""
            { funnel({{Span}}) { byStage { stage stageZh entered } } sales({{Span}}) { byCustomer(orderBy: { member: ASC }, first: 1) { customer customerId industry tier } } }
            """))!;

        Assert.Equal(["qualify 确认", "propose 方案", "negotiate 谈判", "won 赢单"], data["funnel"]!["byStage"]!.AsArray().Select(row => $"{row!["stage"]} {row["stageZh"]}"));
        Assert.Equal("""{"customer":"Alpha Group","customerId":"C1","industry":"ports","tier":"A"}""", data["sales"]!["byCustomer"]![0]!.ToJsonString());
    }

    [Fact]
    public void Members_and_measures_can_be_listed()
    {
        JsonNode data = JsonNode.Parse(plant.Data("""
            { regions: members(dimension: REGION) { name } stages: members(dimension: STAGE, search: "N") { id name } lines: members(dimension: PRODUCT_LINE) { name } channels: members(dimension: CHANNEL) { name }
              measures(subject: "sales") { name label(language: EN) unit good additivity owner(language: EN) sensitivity formula documentation } hierarchies { name levels } }
            """))!;

        Assert.Equal(["华东", "华南", "西北"], data["regions"]!.AsArray().Select(row => row!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal(["negotiate", "only", "won"], data["stages"]!.AsArray().Select(row => row!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal(["agv", "diesel", "electric"], data["lines"]!.AsArray().Select(row => row!["name"]!.GetValue<string>()));
        Assert.Equal(["dealer", "direct"], data["channels"]!.AsArray().Select(row => row!["name"]!.GetValue<string>()));
        Assert.Equal(
            """{"name":"revenue","label":"Revenue","unit":"MONEY","good":"UP","additivity":"ADDITIVE","owner":"Sales","sensitivity":"INTERNAL","formula":"sum(net_amount)","documentation":"docs/metrics.md#sales-revenue"}""",
            data["measures"]![0]!.ToJsonString());
        Assert.Equal(["REGION", "CUSTOMER"], data["hierarchies"]![0]!["levels"]!.AsArray().Select(level => level!.GetValue<string>()));
    }

    private static string Without(JsonNode node, string field)
    {
        JsonObject copy = node.DeepClone().AsObject();
        copy.Remove(field);
        return copy.ToJsonString();
    }
}
