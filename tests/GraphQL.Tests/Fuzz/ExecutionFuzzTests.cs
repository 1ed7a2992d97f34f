using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Tests.Conformance;
using ProdSales.GraphQL.Tests.Reference;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Tests.Fuzz;

/// <summary>Thousands of requests that nobody wrote, answered by the reference and by us: variables, fragments, conditions, abstract types, lists, failures, and where null ends up.</summary>
public sealed class ExecutionFuzzTests
{
    private const int Requests = 4_000;
    private const int RequestsOfSchema = 20;
    private const int Schemas = 60;

    [OracleFact]
    public Task A_request_gets_the_response_that_the_reference_gives()
        => CompareAsync(Seeds.Of(Requests).Select(seed => (FuzzSchema.Sdl, seed)));

    [OracleFact]
    public Task A_request_to_a_schema_that_nobody_wrote_gets_the_response_that_the_reference_gives()
        => CompareAsync(Seeds.Of(Schemas).SelectMany(seed => Enumerable.Repeat(new RandomSchema(seed).Make(), RequestsOfSchema).Select((sdl, index) => (sdl, (seed * RequestsOfSchema) + index))));

    private static async Task CompareAsync(IEnumerable<(string Sdl, int Seed)> cases)
    {
        using NodeOracle reference = new();
        List<string> differences = [];
        (string Sdl, GraphQLSchema Schema, GraphQLEngine Engine)? served = null;
        (int asked, int answered, int failed) = (0, 0, 0);
        foreach ((string sdl, int seed) in cases.TakeWhile(_ => differences.Count < 10))
        {
            (_, GraphQLSchema schema, GraphQLEngine engine) = (served = served?.Sdl == sdl ? served : Serve(sdl)).Value;
            (string document, string variables) = new RequestMaker(schema, seed).Make();
            string expected = Comparable(reference.Ask(new { run = sdl, document, variables = JsonDocument.Parse(variables).RootElement }));
            using GraphQLResponse response = await engine.ExecuteAsync(new GraphQLRequest(document) { Variables = JsonDocument.Parse(variables).RootElement });
            string actual = Comparable(Encoding.UTF8.GetString(response.Utf8.Span));
            asked++;
            answered += response.WasExecuted ? 1 : 0;
            failed += response.WasExecuted && response.Errors.Count > 0 ? 1 : 0;
            if (expected != actual)
            {
                differences.Add($"seed {seed}\n  reference {expected}\n  ours      {actual}\n{document}\n{variables}\n{sdl}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join('\n', differences)}");
        Assert.True(answered > asked / 2 && failed > asked / 20, $"Of {asked} requests {answered} ran and {failed} of these had errors: too few to tell anything.");
    }

    private static (string Sdl, GraphQLSchema Schema, GraphQLEngine Engine) Serve(string sdl)
    {
        GraphQLSchema schema = new PureResolver().Build(sdl);
        return (sdl, schema, new GraphQLEngine(schema, new EngineOptions { Limits = EngineLimits.None with { IntrospectionDepth = 3, ValidationErrors = 1000, Errors = 1000 } }));
    }

    private static string Comparable(string response)
    {
        using JsonDocument document = JsonDocument.Parse(response);
        JsonElement root = document.RootElement;
        IEnumerable<string> errors = root.TryGetProperty("errors", out JsonElement list)
            ? list.EnumerateArray().Select(error => $"{RecordedCase.Describe(error)} {(error.TryGetProperty("path", out JsonElement path) ? path.GetRawText() : "")}")
            : [];
        return $"{(root.TryGetProperty("data", out JsonElement data) ? data.GetRawText() : "(no data)")}\n            {string.Join("\n            ", errors.Order(StringComparer.Ordinal))}";
    }
}
