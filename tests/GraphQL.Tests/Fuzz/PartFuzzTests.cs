using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Tests.Reference;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.BuiltIn;

namespace ProdSales.GraphQL.Tests.Fuzz;

/// <summary>Thousands of requests with <c>@defer</c> and <c>@stream</c> that nobody wrote: which parts there are, what is in them, and where null ends up.</summary>
public sealed class PartFuzzTests
{
    private const int Requests = 2_000;

    private static readonly string Sdl = FuzzSchema.Sdl + PartDirectives.Sdl;
    private static readonly EngineLimits Limits = EngineLimits.None with { IntrospectionDepth = 3, ValidationErrors = 1000, Errors = 1000 };

    [OracleFact]
    public async Task The_parts_of_an_answer_are_those_that_the_reference_gives()
    {
        int[] seeds = [.. Seeds.Of(Requests)];
        using NodeOracle reference = new();
        GraphQLSchema schema = new PureResolver().Build(Sdl);
        GraphQLEngine engine = new(schema, new EngineOptions { Limits = Limits });
        List<string> differences = [];
        int parts = 0;
        foreach (int seed in seeds.TakeWhile(_ => differences.Count < 6))
        {
            (string document, string variables) = new RequestMaker(schema, seed, inParts: true).Make();
            JsonElement values = JsonDocument.Parse(variables).RootElement;
            JsonNode[] told = [.. JsonNode.Parse(reference.Ask(new { parts = Sdl, document, variables = values }))!.AsArray().Select(payload => payload!)];
            JsonNode[] given = [.. await PayloadsAsync(engine, new GraphQLRequest(document) { Variables = values })];
            AssembledAnswer expected = new(told);
            AssembledAnswer actual = new(given);
            parts += actual.Parts;
            if (expected.WasExecuted != actual.WasExecuted || (expected.WasExecuted && expected.ToString() != actual.ToString()))
            {
                differences.Add($"seed {seed}\n{document}\n{variables}\n reference {expected}\n ours      {actual}\n reference {string.Join("\n   ", told.Select(payload => payload.ToJsonString()))}\n ours {string.Join("\n   ", given.Select(payload => payload.ToJsonString()))}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ from seed {seeds[0]} on:\n{string.Join('\n', differences)}");
        Assert.True(parts > seeds.Length / 6, $"{seeds.Length} requests had {parts} parts: too few to tell anything.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task However_many_parts_there_may_be_the_data_is_that_of_one_answer(int most)
    {
        GraphQLSchema schema = new PureResolver().Build(Sdl);
        GraphQLEngine engine = new(schema, new EngineOptions { Limits = Limits with { Parts = most } });
        int parts = 0;
        foreach (int seed in Seeds.Of(Requests / 3))
        {
            (string document, string variables) = new RequestMaker(schema, seed, inParts: true).Make();
            GraphQLRequest request = new(document) { Variables = JsonDocument.Parse(variables).RootElement };
            using GraphQLResponse whole = await engine.ExecuteAsync(request);
            if (whole.WasExecuted && whole.Errors.Count == 0)
            {
                AssembledAnswer answer = new([.. await PayloadsAsync(engine, request)]);
                parts += answer.Parts;
                Assert.True(answer.Parts <= most * 4, document);
                Assert.Equal(Normal(JsonNode.Parse(whole.Utf8.Span)!["data"]), Normal(JsonNode.Parse(answer.Data)!["data"]));
            }
        }

        Assert.True(most == 0 || parts > 20, $"{parts} parts: too few to tell anything.");
    }

    private static string Normal(JsonNode? data) => new AssembledAnswer([new JsonObject { ["data"] = data?.DeepClone() }]).ToString();

    private static async Task<List<JsonNode>> PayloadsAsync(GraphQLEngine engine, GraphQLRequest request)
    {
        await using IncrementalResponse answer = await engine.ExecuteInPartsAsync(request);
        List<JsonNode> payloads = [];
        using (GraphQLResponse first = answer.First)
        {
            payloads.Add(JsonNode.Parse(Encoding.UTF8.GetString(first.Utf8.Span))!);
        }

        while (answer.HasNext)
        {
            using GraphQLResponse next = await answer.NextAsync();
            payloads.Add(JsonNode.Parse(Encoding.UTF8.GetString(next.Utf8.Span))!);
        }

        return payloads;
    }
}
