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

    [OracleFact]
    public async Task A_request_gets_the_response_that_the_reference_gives()
    {
        int[] seeds = [.. Seeds.Of(Requests)];
        using NodeOracle reference = new();
        GraphQLSchema schema = new PureResolver().Build(FuzzSchema.Sdl);
        GraphQLEngine engine = new(schema, new EngineOptions { Limits = EngineLimits.None with { IntrospectionDepth = 3, ValidationErrors = 1000, Errors = 1000 } });
        List<string> differences = [];
        int answered = 0;
        int failed = 0;
        foreach (int seed in seeds.TakeWhile(_ => differences.Count < 10))
        {
            (string document, string variables) = new RequestMaker(schema, seed).Make();
            string expected = Comparable(reference.Ask(new { run = FuzzSchema.Sdl, document, variables = JsonDocument.Parse(variables).RootElement }));
            using GraphQLResponse response = await engine.ExecuteAsync(new GraphQLRequest(document) { Variables = JsonDocument.Parse(variables).RootElement });
            string actual = Comparable(Encoding.UTF8.GetString(response.Utf8.Span));
            answered += response.WasExecuted ? 1 : 0;
            failed += response.WasExecuted && response.Errors.Count > 0 ? 1 : 0;
            if (expected != actual)
            {
                differences.Add($"seed {seed}\n  reference {expected}\n  ours      {actual}\n{document}\n{variables}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ from seed {seeds[0]} on:\n{string.Join('\n', differences)}");
        Assert.True(answered > seeds.Length / 2 && failed > seeds.Length / 20, $"Of {seeds.Length} requests {answered} ran and {failed} of these had errors: too few to tell anything.");
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
