using System.Net;
using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Execution.Costs;
using ProdSales.GraphQL.Http;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;

namespace ProdSales.GraphQL.Tests.Costs;

/// <summary>Costs, worked out by hand from the cost specification.</summary>
public sealed class CostTests
{
    private const string Sdl = CostDirectives.Definitions + """
        type Query {
          me: User
          users(first: Int): [User!] @listSize(assumedSize: 50, slicingArguments: ["first"], requireOneSlicingArgument: false)
          page(first: Int): Page @listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)
          dear: Int @cost(weight: "100")
          asked: Int
          being: Being
          beings: [Being!] @listSize(assumedSize: 7)
          top(filter: Filter @cost(weight: "15.0")): [String] @cost(weight: "5.0") @listSize(assumedSize: 10)
          popular(approx: Float @cost(weight: "-3.0")): User @cost(weight: "5.0")
          found(where: [Search!], text: String @cost(weight: "2")): [User!] @listSize(assumedSize: 4)
        }
        input Filter { approx: Float @cost(weight: "-12.0") }
        input Search { name: String born: Range among: [String!] @cost(weight: "3") not: Search }
        input Range { from: Int to: Int = 9 @cost(weight: "0.5") }
        interface Being { name: String }
        type User implements Being { name: String friends(first: Int): [User!] @listSize(assumedSize: 20, slicingArguments: ["first"], requireOneSlicingArgument: false) best: User }
        type Robot implements Being { name: String maker: User }
        type Page { edges: [Edge!] nodes: [User!] }
        type Edge { node: User }
        """;

    private static readonly GraphQLSchema Schema = Made();

    public static TheoryData<string, string?, long, long> Costs => new()
    {
        { "{ me { name } }", null, 1, 2 },
        { "{ dear }", null, 100, 1 },
        { "{ asked }", null, 10, 1 },
        { "{ users { name } }", null, 1, 51 },
        { "{ users(first: 10) { name friends(first: 5) { name } } }", null, 1 + 10, 1 + 10 + 50 },
        { "{ users(first: 10) { friends { best { name } } } }", null, 1 + 10 + 200, 1 + 10 + 200 + 200 },
        { "query($n: Int) { users(first: $n) { best { name } } }", """{"n":30}""", 1 + 30, 1 + 30 + 30 },
        { "query($n: Int = 3) { users(first: $n) { best { name } } }", null, 1 + 3, 1 + 3 + 3 },
        { "{ a: users(first: 2) { name } b: users(first: 3) { name } }", null, 2, 1 + 2 + 3 },
        { "{ page(first: 8) { edges { node { name } } nodes { name } } }", null, 1 + 1 + 8 + 1, 1 + 1 + 8 + 8 + 8 },
        { "{ being { name ... on User { friends(first: 9) { name } } ... on Robot { maker { name } } } }", null, 1 + 1, 1 + 1 + 9 },
        { "{ beings { ... on Robot { maker { name } } } }", null, 1 + 7, 1 + 7 + 7 },
        { "{ ...F ...F } fragment F on Query { users(first: 4) { name } }", null, 1, 5 },
        { "query($no: Boolean!) { users(first: 4) @skip(if: $no) { name } dear }", """{"no":true}""", 100, 1 },
        { "{ users(first: -5) { best { name } } }", null, 1, 1 },
        { "{ __schema { types { name } } }", null, 1, 1 },
        { "{ top }", null, 5, 1 },
        { "{ top(filter: {}) }", null, 20, 1 },
        { "{ top(filter: { approx: 0.1 }) }", null, 8, 1 },
        { "query($f: Filter) { top(filter: $f) }", """{"f":{"approx":0.1}}""", 8, 1 },
        { "query($f: Filter) { top(filter: $f) }", """{"f":null}""", 5, 1 },
        { "query($f: Filter) { top(filter: $f) }", null, 5, 1 },
        { "{ popular(approx: 0.1) { name } }", null, 2, 2 },
        { "{ top(filter: { approx: 0.1 }) popular(approx: 0.2) { best { name } } }", null, 8 + 2 + 1, 3 },
        { "{ found(where: [{ name: \"a\" }, { born: { from: 1 } }]) { name } }", null, 1 + 1 + 1 + 1, 5 },
        { "{ found(where: { among: [\"a\", \"b\"], not: { among: [] } }, text: \"x\") { best { name } } }", null, 1 + 1 + 3 + 1 + 3 + 2 + 4, 9 },
    };

    [Theory]
    [MemberData(nameof(Costs))]
    public async Task The_cost_of_an_operation_is_that_of_the_specification(string query, string? variables, long fields, long types)
    {
        GraphQLEngine engine = new(Schema);
        JsonElement? values = variables is null ? null : JsonDocument.Parse(variables).RootElement;

        using GraphQLResponse told = await engine.ExecuteAsync(new GraphQLRequest(query) { Variables = values, CostMode = CostMode.Validate });
        using GraphQLResponse again = await engine.ExecuteAsync(new GraphQLRequest(query) { Variables = values, CostMode = CostMode.Validate });

        Assert.Equal(FormattableString.Invariant($"{{\"extensions\":{{\"operationCost\":{{\"fieldCost\":{fields},\"typeCost\":{types}}}}}}}"), Encoding.UTF8.GetString(told.Utf8.Span));
        Assert.Equal(told.Utf8.ToArray(), again.Utf8.ToArray());
    }

    [Fact]
    public async Task The_same_document_costs_by_its_variables_each_time()
    {
        GraphQLEngine engine = new(Schema, new EngineOptions { Limits = new EngineLimits { TypeCost = 100 } });

        bool[] ran = [await RunsAsync(10), await RunsAsync(1_000), await RunsAsync(10)];

        Assert.Equal([true, false, true], ran);

        async Task<bool> RunsAsync(int first)
        {
            using GraphQLResponse response = await engine.ExecuteAsync(new GraphQLRequest("query($n: Int) { users(first: $n) { name } }") { Variables = JsonSerializer.SerializeToElement(new { n = first }) });
            return response.WasExecuted;
        }
    }

    [Theory]
    [InlineData("{ users(first: 50) { friends(first: 50) { friends(first: 50) { friends(first: 50) { name } } } } }")]
    [InlineData("{ users(first: 1000001) { name } }")]
    [InlineData("{ users(first: 2147483647) { friends(first: 2147483647) { friends(first: 2147483647) { friends(first: 2147483647) { friends(first: 2147483647) { name } } } } } }")]
    public async Task A_bomb_of_pages_is_refused_with_its_cost_and_nothing_runs(string query)
    {
        string json = await Execution.Responses.JsonAsync(Schema, query);

        JsonElement error = JsonDocument.Parse(json).RootElement.GetProperty("errors")[0];
        JsonElement facts = error.GetProperty("extensions");
        Assert.Equal(ErrorCodes.CostExceeded, facts.GetProperty("code").GetString());
        Assert.Equal(1_000_000, facts.GetProperty("maxTypeCost").GetInt64());
        Assert.True(facts.GetProperty("typeCost").GetInt64() > 1_000_000);
        Assert.DoesNotContain("\"data\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interface_within_an_interface_many_times_is_given_up_in_time()
    {
        SchemaBuilder schema = new SchemaBuilder().AddSdl(
            "type Query { n: Node } interface Node { n: Node } " + string.Concat(Enumerable.Range(0, 10).Select(index => $"type T{index} implements Node {{ n: Node }} ")));
        string query = string.Concat(Enumerable.Repeat("{n", 60)) + "{__typename}" + new string('}', 60);

        string json = await Execution.Responses.JsonAsync(schema.Build(), query);

        Assert.Contains(ErrorCodes.CostExceeded, json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_owner_knows_of_his_data_comes_before_what_the_schema_says()
    {
        List<CostedList> asked = [];
        EngineOptions options = new()
        {
            ListLength = list =>
            {
                asked.Add(list);
                return list.Field.Name == "friends" ? Math.Min(list.Around * 3, 7) : null;
            },
        };
        GraphQLEngine engine = new(Schema, options);

        using GraphQLResponse told = await engine.ExecuteAsync(new GraphQLRequest("{ users(first: 10) { friends { best { name } } } }") { CostMode = CostMode.Validate });

        Assert.Contains($"\"typeCost\":{1 + 10 + 7 + 7}", Encoding.UTF8.GetString(told.Utf8.Span), StringComparison.Ordinal);
        Assert.Equal([("users", 1.0), ("friends", 10.0)], asked.Select(list => (list.Field.Name, list.Around)));
        Assert.All(asked, list => Assert.Equal("users", list.Root.Name));
    }

    [Fact]
    public void A_schema_tells_its_costs()
    {
        string printed = Schema.ToSdl();

        Assert.Contains("dear: Int @cost(weight: \"100\")", printed, StringComparison.Ordinal);
        Assert.Contains("@listSize(assumedSize: 50, slicingArguments: [\"first\"], requireOneSlicingArgument: false)", printed, StringComparison.Ordinal);
        SchemaBuilder again = new SchemaBuilder().AddSdl(printed);
        Assert.Equal(printed, again.Build().ToSdl());
    }

    [Fact]
    public async Task A_caller_may_ask_for_the_cost_beside_the_answer()
    {
        await using Http.TestServer server = await Http.TestServer.StartAsync();

        Assert.Equal("""{"data":{"hello":"Hello, world!"},"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""", await AskAsync(server, "report"));
        Assert.Equal("""{"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""", await AskAsync(server, "validate"));
        Assert.Equal("""{"data":{"hello":"Hello, world!"}}""", await AskAsync(server, "whatever"));
    }

    [Fact]
    public async Task Costs_of_a_batch_are_summed_before_anything_runs()
    {
        EngineOptions engine = new() { Limits = new EngineLimits { TypeCost = 5 } };
        await using Http.TestServer server = await Http.TestServer.StartAsync(new GraphQLHttpOptions { BatchSize = 10 }, engine);

        (HttpStatusCode five, _) = await BatchAsync(server, 5);
        (HttpStatusCode six, string refused) = await BatchAsync(server, 6);
        (_, string after) = await BatchAsync(server, 1);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (five, six));
        Assert.Contains("\"typeCost\":6", refused, StringComparison.Ordinal);
        Assert.Contains("\"count\":6", after, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Body)> BatchAsync(Http.TestServer server, int count)
    {
        using StringContent content = new($"[{string.Join(',', Enumerable.Repeat("""{"query":"mutation { count }"}""", count))}]", Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await server.Client.PostAsync(server.Address, content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<string> AskAsync(Http.TestServer server, string mode)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "?query={hello}");
        request.Headers.Add("GraphQL-Cost", mode);
        using HttpResponseMessage response = await server.Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static GraphQLSchema Made()
    {
        SchemaBuilder schema = new SchemaBuilder().AddSdl(Sdl);
        schema.Object("Query").Field("asked").ResolveAsync(_ => new ValueTask<object?>(1));
        return schema.Build();
    }
}
