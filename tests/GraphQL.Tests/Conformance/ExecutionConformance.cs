using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Execution.Planning;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Execution.Running;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.BuiltIn;
using ProdSales.GraphQL.Validation;

namespace ProdSales.GraphQL.Tests.Conformance;

public sealed class ExecutionConformance
{
    /// <summary>Recorded calls that are not replayed, by a piece of their name, with the reason.</summary>
    private static readonly Dictionary<string, string> Excluded = new(StringComparer.Ordinal)
    {
        ["subscribe-test.ts"] = "subscriptions are not served yet",
        ["handles sync errors combined with rejections"] = "fields are completed in order here, so the first error wins",
        ["ignores missing sub selections on fields"] = "an invalid document, which validation refuses before it runs",
        ["provides error if no operation is provided"] = "an invalid document, which validation refuses before it runs",
        ["does not return a Promise for initial errors"] = "an invalid document, which validation refuses before it runs",
        ["on invalid introspection"] = "a schema that breaks the rules, which cannot be built here",
        ["complex scalar"] = "a scalar of the test's own that the recorder cannot carry",
        ["faulty scalar"] = "a scalar of the test's own that the recorder cannot carry",
        ["allows custom enum values as inputs"] = "enum values of the test's own that the recorder cannot carry",
        ["null as enum custom value"] = "enum values of the test's own that the recorder cannot carry",
        ["uses a different number of max coercion errors"] = "an option of the test's own",
    };

    [ConformanceFact]
    public async Task Every_recorded_operation_gives_the_recorded_response()
    {
        List<string> differences = [];
        int replayed = 0;
        foreach (RecordedCase recorded in RecordedSuite.Of("execute").Where(recorded => !IsExcluded(recorded)))
        {
            replayed++;
            string expected = Comparable(recorded.Value("result")!.Value);
            string actual = Comparable(await RunAsync(recorded));
            if (expected != actual)
            {
                int same = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
                differences.Add($"{recorded.Name}\n  expected {expected[Math.Max(0, same - 80)..]}\n  actual   {actual[Math.Max(0, same - 80)..]}\n  vars {recorded.Value("vars")} {recorded.Source}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {replayed} differ:\n{string.Join('\n', differences)}");
        Assert.True(replayed > 300, $"Only {replayed} cases were replayed.");
    }

    /// <summary>Documents that were built in code have no text to replay, nor have schemas that cannot be printed.</summary>
    private static bool IsExcluded(RecordedCase recorded) => recorded.Text("src") is null || string.IsNullOrWhiteSpace(recorded.Sdl)
        || Excluded.Keys.Any(name => recorded.Name.Contains(name, StringComparison.Ordinal));

    /// <summary>Runs without validation, as the recorded calls of the executor do.</summary>
    private static async Task<JsonElement> RunAsync(RecordedCase recorded)
    {
        GraphQLSchema schema = new MirroredSchema(recorded.Value("result")!.Value).Build(recorded.Sdl!);
        SourceText source = SourceText.Of(recorded.Source);
        DocumentNode read = DocumentParser.Parse(source, ParserLimits.Trusted).Document!;
        PreparedDocument document = new(schema, read, new ValidationContext(schema, read, new EngineOptions()).Expansion);
        using GraphQLResponse response = await RunAsync(schema, document, source, recorded);
        return JsonDocument.Parse(response.Utf8).RootElement;
    }

    private static async Task<GraphQLResponse> RunAsync(GraphQLSchema schema, PreparedDocument document, SourceText source, RecordedCase recorded)
    {
        string? name = recorded.Text("op");
        OperationNode[] candidates = name is null ? document.Operations : Array.FindAll(document.Operations, operation => operation.Name?.Value == name);
        if (candidates.Length != 1 || OperationPlan.RootType(schema, candidates[0].Kind) is null)
        {
            return await new GraphQLEngine(schema).ExecuteAsync(new GraphQLRequest(recorded.Source) { OperationName = name });
        }

        JsonElement? given = recorded.Value("vars") is { ValueKind: JsonValueKind.Object } vars ? vars : null;
        (VariableValues variables, IReadOnlyList<GraphQLError> errors) = VariableCoercion.Coerce(schema, candidates[0], given, source, int.MaxValue);
        if (errors.Count > 0)
        {
            return GraphQLResponse.Refused(errors);
        }

        OperationRun run = new(new EngineOptions(), new OperationContext(schema));
        run.Begin(document.PlanFor(candidates[0], variables, isIncremental: false), variables, new GraphQLRequest(recorded.Source), default);
        return await run.RunAsync();
    }

    private static string Comparable(JsonElement response)
    {
        StringBuilder text = new();
        text.Append(response.TryGetProperty("data", out JsonElement data) ? Comparable(JsonNode.Parse(data.GetRawText())) : "(no data)");
        IEnumerable<string> errors = response.TryGetProperty("errors", out JsonElement list)
            ? list.EnumerateArray().Select(error => $"{RecordedCase.Describe(error)} {(error.TryGetProperty("path", out JsonElement path) ? path.GetRawText() : string.Empty)}")
            : [];
        return text.Append('\n').AppendJoin('\n', errors.Order(StringComparer.Ordinal)).ToString();
    }

    /// <summary>
    /// The response with the introspection's types by name: their order depends on how the schema was built. What the specification brings is
    /// reduced to its name: descriptions are everyone's own, and graphql-js 16 has not yet made includeDeprecated non-null.
    /// </summary>
    private static string Comparable(JsonNode? data)
    {
        if ((data as JsonObject)?["__schema"] is JsonObject schema)
        {
            foreach (string list in new[] { "types", "directives" })
            {
                JsonObject[] entries = [.. (schema[list] as JsonArray ?? []).OfType<JsonObject>()];
                schema[list] = new JsonArray([.. entries.OrderBy(NameOf, StringComparer.Ordinal).Select(entry => IsBuiltIn(NameOf(entry)) ? NameOf(entry) : entry.DeepClone())]);
            }
        }

        return data?.ToJsonString() ?? "null";
    }

    private static string NameOf(JsonObject entry) => entry["name"]?.GetValue<string>() ?? string.Empty;

    private static bool IsBuiltIn(string name) => name.StartsWith("__", StringComparison.Ordinal)
        || BuiltIns.Scalars.Any(scalar => scalar.Name == name)
        || BuiltIns.Directives.Any(directive => directive.Name == name);
}
