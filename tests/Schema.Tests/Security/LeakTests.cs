using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProdSales.SchemaTests.Answers;
using ProdSales.Semantics;

namespace ProdSales.SchemaTests.Security;

/// <summary>
/// Nothing outside a scope can be told from any answer: two plants that differ only in what the scope does not see answer every question alike.
/// </summary>
public sealed class LeakTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    [Fact, Trait("Speed", "Slow")]
    public void Rows_of_other_regions_leave_no_trace_in_any_answer()
    {
        SecurityScope scope = ScopeOf("regional_manager", ("region", "华东"));
        using ServedPlant other = new(Altered("region_key", "SELECT region_key FROM dim_region WHERE region = '华东'"));

        Same(scope, other);
        Assert.NotEqual(plant.Text(Revenue), other.Text(Revenue));
    }

    [Fact, Trait("Speed", "Slow")]
    public void Rows_of_other_sellers_leave_no_trace_in_any_answer()
    {
        SecurityScope scope = ScopeOf("seller", ("employee_id", "E2"));
        using ServedPlant other = new(Altered("owner_key", "SELECT employee_key FROM dim_employee WHERE employee_id = 'E2'"));

        Same(scope, other);
        Assert.NotEqual(plant.Text(Revenue), other.Text(Revenue));
    }

    [Fact, Trait("Speed", "Slow")]
    public void A_masked_column_leaves_no_trace_in_any_answer()
    {
        SecurityScope scope = ScopeOf("sales_assistant");
        using ServedPlant other = new("UPDATE fact_sales_order_line SET cost_amount = cost_amount * 2 + 5; UPDATE fact_invoice SET cost_amount = amount / 3");

        Same(scope, other);
        Assert.NotEqual(plant.Text("{ sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { total { grossMargin } } }"), other.Text("{ sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { total { grossMargin } } }"));
    }

    [Fact, Trait("Speed", "Slow")]
    public void Names_of_a_masked_dimension_leave_no_trace_in_any_answer()
    {
        SecurityScope scope = ScopeOf("analyst_without_names");
        using ServedPlant other = new("UPDATE dim_customer SET name = 'X' || customer_key, city = 'Y' WHERE customer_key <> 0; UPDATE dim_employee SET name = 'Z' || employee_key WHERE employee_key <> 0");

        Same(scope, other);
        Assert.All(EveryQuestion.Under(scope), question => Assert.DoesNotContain("Alpha", plant.Text(question, scope: scope), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ sales(SPAN) { byRegion(orderBy: { grossMargin: DESC }) { region } } }", "measure-masked")]
    [InlineData("{ a: sales(SPAN) { b: byRegion(orderBy: { cost: ASC }, first: 1) { region } } }", "measure-masked")]
    [InlineData("query ($o: SalesOrder) { sales(SPAN) { byRegion(orderBy: $o) { region } } }", "measure-masked")]
    [InlineData("fragment F on SalesCut { byRegion(orderBy: { grossMarginRate: ASC }) { region } } { sales(SPAN) { total { ...F } } }", "measure-masked")]
    [InlineData("{ explain(measure: \"sales.grossMargin\", period: { from: \"2025-01-01\", to: \"2025-09-30\" }, against: { from: \"2024-01-01\", to: \"2024-09-30\" }) { before } }", "measure-masked")]
    public void Ways_round_a_masked_measure_are_refused(string query, string code) =>
        Refused(ScopeOf("sales_assistant"), query, code, "{ \"o\": { \"grossMargin\": \"DESC\" } }");

    [Theory]
    [InlineData("{ sales(SPAN) { byCustomer { revenue } } }")]
    [InlineData("{ sales(SPAN) { x: byRegion { y: byCustomer { z: customerId } } } }")]
    [InlineData("{ sales(SPAN) { byIndustry { city } } }")]
    [InlineData("{ sales(SPAN, where: { customer: { eq: \"Beta\" } }) { total { revenue } } }")]
    [InlineData("{ sales(SPAN, where: { customerId: { in: [\"C1\"] } }) { total { revenue } } }")]
    [InlineData("{ members(dimension: CUSTOMER) { name } }")]
    [InlineData("{ members(dimension: CUSTOMER, search: \"Alp\") { id } }")]
    [InlineData("{ explain(measure: \"sales.revenue\", period: { from: \"2025-01-01\", to: \"2025-09-30\" }, against: { from: \"2024-01-01\", to: \"2024-09-30\" }, where: [{ dimension: CUSTOMER, in: [\"Beta\"] }]) { before } }")]
    public void Ways_to_a_masked_dimension_are_refused(string query) => Refused(ScopeOf("analyst_without_names"), query, "dimension-masked");

    [Fact]
    public void A_masked_measure_is_null_and_told_as_masked_also_under_an_alias_and_in_a_comparison()
    {
        JsonNode answer = JsonNode.Parse(plant.Text(
            "{ sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { total { revenue m: grossMargin compare(to: PREVIOUS_PERIOD) { c: cost } } } measures(subject: \"sales\") { name isMasked } }",
            scope: ScopeOf("sales_assistant")))!;
        JsonNode total = answer["data"]!["sales"]!["total"]!;

        Assert.NotNull(total["revenue"]);
        Assert.Null(total["m"]);
        Assert.Null(total["compare"]!["c"]);
        Assert.Equal(["masked", "masked"], answer["extensions"]!["unavailable"]!.AsArray().Select(note => note!["code"]!.GetValue<string>()));
        Assert.Equal(
            ["cost", "grossMargin", "grossMarginRate"],
            answer["data"]!["measures"]!.AsArray().Where(measure => measure!["isMasked"]!.GetValue<bool>()).Select(measure => measure!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Totals_are_totals_of_what_the_scope_may_see()
    {
        JsonNode answer = JsonNode.Parse(plant.Text(
            "{ sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { total { revenue } byRegion { region revenue } } }", scope: ScopeOf("regional_manager", ("region", "华东"))))!;
        object? expected = plant.Row("SELECT sum(net_amount) FROM fact_sales_order_line WHERE region_key = 1 AND is_cancelled IS NOT TRUE AND ordered_date BETWEEN '2024-01-01' AND '2025-12-31'")[0];

        Assert.Equal(expected, answer["data"]!["sales"]!["total"]!["revenue"]!.GetValue<decimal>());
        Assert.Equal("华东", Assert.Single(answer["data"]!["sales"]!["byRegion"]!.AsArray())!["region"]!.GetValue<string>());
    }

    [Fact]
    public void A_request_whose_state_is_no_caller_is_not_answered()
    {
        JsonNode answer = JsonNode.Parse(plant.TextTo("somebody", Revenue))!;

        Assert.NotNull(answer["errors"]);
        Assert.Null(answer["data"]!["sales"]);
    }

    private const string Revenue = "{ sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { total { revenue } } }";

    private void Same(SecurityScope scope, ServedPlant other) => Assert.All(
        EveryQuestion.Under(scope),
        question =>
        {
            string seen = Rounded(plant.Text(question, scope: scope));
            string told = Rounded(other.Text(question, scope: scope));
            Assert.DoesNotContain("\"internal", seen, StringComparison.Ordinal);
            Assert.True(seen == told, $"{question}\n{seen}\n{told}");
        });

    // The engine multiplies the yields of steps in any order, so the last digits of such a product are not those of the data.
    private static string Rounded(string json) =>
        Regex.Replace(json, "[0-9]+[.][0-9]{9,}", match => double.Parse(match.Value, CultureInfo.InvariantCulture).ToString("G10", CultureInfo.InvariantCulture), RegexOptions.None, TimeSpan.FromSeconds(5));

    private void Refused(SecurityScope scope, string query, string code, string? variables = null)
    {
        string text = plant.Text(query.Replace("SPAN", "period: { from: \"2024-01-01\", to: \"2025-12-31\" }", StringComparison.Ordinal), variables, scope);
        JsonNode answer = JsonNode.Parse(text)!;

        Assert.Equal(code, Assert.Single(answer["errors"]!.AsArray())!["extensions"]!["code"]!.GetValue<string>());
        Assert.All(answer["data"]?.AsObject() ?? [], field => Assert.Null(field.Value));
    }

    private static SecurityScope ScopeOf(string role, params (string Name, string Value)[] attributes) =>
        SecurityScope.Of(ModelReader.Shipped, new Principal([role], attributes.ToDictionary(pair => pair.Name, pair => (IReadOnlyList<string>)[pair.Value]))).Scope!;

    /// <summary>Statements after which every table that holds the key tells something else of all rows but those kept, and has lost some of them.</summary>
    private string Altered(string key, string kept)
    {
        object?[] tables = plant.Row($"""
            SELECT string_agg(sql, ';') FROM (
                SELECT 'UPDATE ' || table_name || ' SET ' || string_agg(column_name || ' = ' || column_name || ' * 2 + 1', ', ')
                    || ' WHERE {key} NOT IN ({kept.Replace("'", "''", StringComparison.Ordinal)})' AS sql
                FROM duckdb_columns() AS c
                WHERE table_name LIKE 'fact\_%' ESCAPE '\' AND data_type LIKE 'DECIMAL(18,4)' AND table_name IN (SELECT table_name FROM duckdb_tables())
                    AND table_name IN (SELECT table_name FROM duckdb_columns() WHERE column_name = '{key}')
                GROUP BY table_name
                UNION ALL
                SELECT 'DELETE FROM ' || table_name || ' WHERE {key} NOT IN ({kept.Replace("'", "''", StringComparison.Ordinal)}) AND hash(rowid) % 3 = 0'
                FROM duckdb_tables()
                WHERE table_name LIKE 'fact\_%' ESCAPE '\' AND table_name IN (SELECT table_name FROM duckdb_columns() WHERE column_name = '{key}')
            )
            """);
        return (string)tables[0]!;
    }
}
