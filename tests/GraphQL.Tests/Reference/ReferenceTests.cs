using System.Text.Json.Nodes;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Tests.Conformance;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Types.BuiltIn;

namespace ProdSales.GraphQL.Tests.Reference;

public sealed class ReferenceTests
{
    private const string Introspection = """
        { __schema { description queryType { name } mutationType { name } subscriptionType { name }
          types { kind name description specifiedByURL isOneOf
            fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...V } type { ...T } isDeprecated deprecationReason }
            inputFields(includeDeprecated: true) { ...V } interfaces { ...T }
            enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...T } }
          directives { name description isRepeatable locations args(includeDeprecated: true) { ...V } } } }
        fragment V on __InputValue { name description type { ...T } defaultValue isDeprecated deprecationReason }
        fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
        """;

    [OracleFact]
    public void Every_recorded_document_is_printed_as_the_reference_prints_it()
    {
        using NodeOracle reference = new();
        int compared = 0;
        foreach (string source in Documents())
        {
            Assert.Equal(reference.Ask(new { print = source }), Printer.Print(DocumentParser.Parse(SourceText.Of(source), ParserLimits.Trusted).Document!));
            compared++;
        }

        Assert.True(compared is 0 or > 800, $"Only {compared} documents were compared.");
    }

    [OracleFact]
    public async Task Every_recorded_schema_is_printed_and_introspected_as_the_reference_does()
    {
        using NodeOracle reference = new();
        int compared = 0;
        foreach (string sdl in Schemas())
        {
            GraphQLSchema schema = new SchemaBuilder().AddSdl(sdl).Assemble().Schema;
            Assert.Equal(reference.Ask(new { printSchema = sdl }).TrimEnd(), schema.ToSdl().TrimEnd());
            if (schema.Query is not null)
            {
                string own = await Execution.Responses.JsonAsync(schema, Introspection, options: new EngineOptions { Limits = EngineLimits.None });
                Assert.Equal(OwnTypes(reference.Ask(new { introspect = sdl, query = Introspection })), OwnTypes(own));
            }

            compared++;
        }

        Assert.True(compared is 0 or > 50, $"Only {compared} schemas were compared.");
    }

    private static IEnumerable<string> Documents() => !File.Exists(RecordedSuite.Path) ? [] : RecordedSuite.Of("parse")
        .Where(recorded => recorded.Value("ok") is not null && recorded.Value("options") is null)
        .Select(recorded => recorded.Source)
        .Distinct(StringComparer.Ordinal);

    /// <summary>The schemas that both sides take: the recordings hold many that break rules on purpose.</summary>
    private static IEnumerable<string> Schemas() => !File.Exists(RecordedSuite.Path) ? [] : RecordedSuite.Of("execute").Concat(RecordedSuite.Of("validate"))
        .Select(recorded => recorded.Sdl)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal)
        .Where(IsSound);

    private static bool IsSound(string sdl)
    {
        try
        {
            new SchemaBuilder().AddSdl(sdl).Build();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The introspection without what the specification brings, whose order and descriptions are each one's own.</summary>
    private static string OwnTypes(string response)
    {
        JsonNode schema = JsonNode.Parse(response)!["data"]!["__schema"]!;
        HashSet<string> builtIn = [.. BuiltIns.Scalars.Select(scalar => scalar.Name), .. BuiltIns.Directives.Select(directive => directive.Name)];
        foreach (string list in new[] { "types", "directives" })
        {
            schema[list] = new JsonArray([.. schema[list]!.AsArray()
                .Where(entry => entry!["name"]!.GetValue<string>() is string name && !name.StartsWith("__", StringComparison.Ordinal) && !builtIn.Contains(name))
                .Select(entry => Sorted(entry!))]);
        }

        return Sorted(schema).ToJsonString();
    }

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject entry => new JsonObject(entry.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : (JsonNode?)Sorted(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(item => item is null ? null : Sorted(item))]),
        _ => node.DeepClone(),
    };
}
