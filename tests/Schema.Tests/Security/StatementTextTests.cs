using System.Collections.Concurrent;
using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.Schema;
using ProdSales.SchemaTests.Caching;
using ProdSales.Semantics;
using ProdSales.Warehouse;

namespace ProdSales.SchemaTests.Security;

/// <summary>What a caller writes never becomes a part of a statement's text, however he asks; and the same question asked twenty times is one statement.</summary>
public sealed class StatementTextTests(StatementTextTests.AskedPlant plant) : IClassFixture<StatementTextTests.AskedPlant>
{
    private const string Span = "period: { from: \"2024-01-01\", to: \"2025-12-31\" }, asOf: \"2026-01-01\"";

    public static TheoryData<string> Questions => new()
    {
        $"query ($v: String!) {{ sales({Span}, where: {{ region: {{ in: [$v] }}, customerId: {{ ne: $v }} }}) {{ total {{ revenue }} byRegion(orderBy: {{ revenue: DESC }}) {{ region revenue byCustomer(first: 3) {{ customer revenue }} }} }} }}",
        $"query ($v: String!) {{ delivery({Span}, where: {{ productLine: {{ eq: $v }} }}) {{ overTime(grain: MONTH) {{ period otdRate compare(to: PREVIOUS_PERIOD) {{ otdRate }} }} }} }}",
        "query ($v: String!) { members(dimension: CUSTOMER, search: $v) { id name } }",
        $"query ($v: String!) {{ rows(measure: \"sales.revenue\", period: {{ from: \"2024-01-01\", to: \"2025-12-31\" }}, where: [{{ dimension: REGION, in: [$v] }}]) {{ edges {{ cursor }} }} }}",
        "query ($v: String!) { explain(measure: \"sales.revenue\", period: { from: \"2025-01-01\", to: \"2025-09-30\" }, against: { from: \"2024-01-01\", to: \"2024-09-30\" }, where: [{ dimension: REGION, in: [$v] }]) { before } }",
        "query ($v: String!) { score(prediction: \"win_90\", subject: \"x\", sourceSystem: $v) { __typename } }",
    };

    public static IEnumerable<string> Hostile =>
    [
        "'; DROP TABLE fact_sales_order_line; --", "\"; DROP TABLE dim_region; --", "' OR '1'='1", "%", "_", "\\", "$1", "?", "{{v}}", "/* */", "\u0000", "𝔘𝔫𝔦", "‮abc", "NULL", "", "1e400", new string('x', 50_000),
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_text_of_every_statement_is_the_same_whatever_the_values_are(string question)
    {
        string[] plain = await StatementsAsync(question, "nothing of that name");
        Assert.NotEmpty(plain);

        foreach (string value in Hostile)
        {
            Assert.Equal(plain, await StatementsAsync(question, value));
        }

        Assert.Contains("\"region\"", await AnswerAsync($"{{ sales({Span}) {{ byRegion {{ region revenue }} }} }}", null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sales(period: { from: \"2024-01-01\", to: \"PLACE\" }) { total { revenue } }")]
    [InlineData("byRegion; DROP")]
    [InlineData("sales(period: { from: \"2024-01-01\", to: \"2025-01-01\" }) { byRegion(orderBy: { revenue: \"DESC; DROP TABLE\" }) { region } }")]
    [InlineData("sales(period: { from: \"2024-01-01\", to: \"2025-01-01\" }) { byRegion(orderBy: { revenue_or_1: DESC }) { region } }")]
    [InlineData("members(dimension: \"REGION\") { name }")]
    public async Task A_name_that_the_model_does_not_have_runs_no_statement(string field)
    {
        Assert.Empty(await StatementsAsync($"{{ {field} }}", null));
    }

    [Fact]
    public async Task The_same_question_under_twenty_names_is_one_statement()
    {
        string once = $"sales({Span}) {{ total {{ revenue }} byRegion {{ region revenue }} }}";
        string[] one = await StatementsAsync($"{{ {once} }}", null);
        string[] twenty = await StatementsAsync($"{{ {string.Join(' ', Enumerable.Range(0, 20).Select(index => $"x{index}: {once}"))} }}", null);

        Assert.Equal(one.Length, twenty.Length);
    }

    private async Task<string[]> StatementsAsync(string question, string? value)
    {
        ConcurrentQueue<string> heard = new();
        await plant.Warehouse.Readers.ListenAsync(heard.Enqueue, () => AnswerAsync(question, value));
        return [.. heard.Order(StringComparer.Ordinal)];
    }

    private async Task<string> AnswerAsync(string question, string? value)
    {
        JsonElement? variables = value is null ? null : JsonSerializer.SerializeToElement(new { v = value });
        using GraphQLResponse response = await plant.Engine.ExecuteAsync(new GraphQLRequest(question) { Variables = variables, State = Caller.Local });
        return System.Text.Encoding.UTF8.GetString(response.Utf8.Span);
    }

    /// <summary>One plant for all questions.</summary>
    public sealed class AskedPlant : IDisposable
    {
        private readonly CachedPlant _plant = new();

        public AskedPlant() => Engine = new GraphQLEngine(AnalyticSchema.Build(ModelReader.Shipped, _plant.Warehouse, _plant.Clock));

        internal GraphQLEngine Engine { get; }

        internal WarehouseDatabase Warehouse => _plant.Warehouse;

        public void Dispose() => _plant.Dispose();
    }
}
