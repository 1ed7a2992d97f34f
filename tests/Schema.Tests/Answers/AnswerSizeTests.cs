using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Execution.Costs;
using ProdSales.GraphQL.Types;
using ProdSales.Schema;
using ProdSales.SchemaTests.Caching;
using ProdSales.Semantics;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SchemaTests.Answers;

/// <summary>The size of an answer is estimated from above, and not far above: held against the answers themselves.</summary>
public sealed class AnswerSizeTests(AnswerSizeTests.SizedPlant plant) : IClassFixture<AnswerSizeTests.SizedPlant>
{
    private const string Span = "period: { from: \"2024-01-01\", to: \"2025-12-31\" }, asOf: \"2026-01-01\"";

    [Theory]
    [InlineData("total { revenue }", 1)]
    [InlineData("byRegion { region revenue }", 4)]
    [InlineData("byRegion(first: 1) { region revenue }", 1)]
    [InlineData("overTime(grain: MONTH) { period revenue }", 3)]
    [InlineData("byCustomer { customer byRegion { region revenue } }", 4)]
    [InlineData("byRegion { region overTime(grain: DAY) { period byCustomer { customer revenue } } }", 8)]
    [InlineData("byRegion { region compare(to: PREVIOUS_PERIOD) { revenue } }", 4)]
    public async Task The_estimate_lies_above_the_answer_and_near_it(string cuts, int mostAbove)
    {
        GraphQLEngine engine = plant.Engine(new EngineLimits());
        GraphQLRequest request = new($"{{ sales({Span}) {{ {cuts} }} }}") { State = Caller.Local };

        using GraphQLResponse told = await engine.ExecuteAsync(request with { CostMode = CostMode.Validate });
        using GraphQLResponse answer = await engine.ExecuteAsync(request);

        Assert.Empty(answer.Errors);
        long estimated = JsonDocument.Parse(told.Utf8).RootElement.GetProperty("extensions").GetProperty("operationCost").GetProperty("typeCost").GetInt64();
        int objects = ObjectsOf(JsonDocument.Parse(answer.Utf8).RootElement.GetProperty("data"));
        Assert.InRange(estimated, objects, objects * (mostAbove + 1));
    }

    [Fact]
    public async Task What_the_data_cannot_fill_is_not_too_dear_and_what_it_can_is()
    {
        string[] deep = ["byCustomer(first: 10000)", "byProduct(first: 10000)", "byRegion(first: 10000)", "byChannel(first: 10000)"];
        string query = $"{{ sales({Span}) {{ {string.Join(" { ", deep)} {{ revenue {string.Concat(Enumerable.Repeat("}", deep.Length))} }} }}";

        using GraphQLResponse answered = await plant.Engine(new EngineLimits()).ExecuteAsync(new GraphQLRequest(query) { State = Caller.Local });
        using GraphQLResponse refused = await plant.Engine(new EngineLimits { TypeCost = 10 }).ExecuteAsync(new GraphQLRequest(query) { State = Caller.Local });

        Assert.Empty(answered.Errors);
        Assert.Equal("cost-exceeded", Assert.Single(refused.Errors).Code);
    }

    [Theory]
    [InlineData("byRegion { rows(measure: \"sales.revenue\", first: 40) { nodes { day } } }", 3)]
    [InlineData("byCustomer { rows(measure: \"sales.revenue\", first: 500) { edges { node { day } } } }", 4)]
    public async Task Rows_under_the_rows_of_a_cut_count_by_their_page_and_by_the_facts(string cuts, int mostAbove) => await The_estimate_lies_above_the_answer_and_near_it(cuts, mostAbove);

    private static int ObjectsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => 1 + value.EnumerateObject().Sum(member => ObjectsOf(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Sum(ObjectsOf),
        _ => 0,
    };

    /// <summary>One plant for all questions.</summary>
    public sealed class SizedPlant : IDisposable
    {
        private readonly CachedPlant _plant = new();
        private readonly GraphQLSchema _schema;
        private readonly AnswerSizes _sizes;

        public SizedPlant()
        {
            _schema = AnalyticSchema.Build(ModelReader.Shipped, _plant.Warehouse, _plant.Clock);
            using ReaderLease lease = _plant.Warehouse.Readers.Lease();
            _sizes = new AnswerSizes(ModelReader.Shipped, _plant.Warehouse, lease.Connection, _plant.Clock);
        }

        public void Dispose() => _plant.Dispose();

        internal GraphQLEngine Engine(EngineLimits limits) => new(_schema, new EngineOptions { Limits = limits, ListLength = _sizes.LengthOf });
    }
}
