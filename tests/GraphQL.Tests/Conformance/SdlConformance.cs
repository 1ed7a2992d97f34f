using System.Text.Json;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Validation.Sdl;

namespace ProdSales.GraphQL.Tests.Conformance;

public sealed class SdlConformance
{
    [ConformanceFact]
    public void Every_recorded_schema_gives_the_recorded_errors()
    {
        List<string> differences = [];
        int replayed = 0;
        foreach (RecordedCase recorded in RecordedSuite.Of("validateSDL").Where(recorded => recorded.Text("src") is not null))
        {
            replayed++;
            string[] expected = [.. recorded.Errors("errors").Order(StringComparer.Ordinal)];
            string[] actual = [.. Validate(recorded).Select(RecordedCase.Describe).Order(StringComparer.Ordinal)];
            if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
            {
                differences.Add($"{recorded.Name} {recorded.Value("rules")}\n  expected {string.Join("\n           ", expected)}\n  actual   {string.Join("\n           ", actual)}\n  {recorded.Source}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {replayed} differ:\n{string.Join('\n', differences.Take(25))}");
        Assert.True(replayed > 580, $"Only {replayed} cases were replayed.");
    }

    private static IReadOnlyList<GraphQLError> Validate(RecordedCase recorded)
    {
        DocumentNode document = DocumentParser.Parse(SourceText.Of(recorded.Source), ParserLimits.Trusted).Document!;
        GraphQLSchema? existing = recorded.Text("ext") is { } sdl ? SchemaOf(sdl) : null;
        JsonElement rules = recorded.Value("rules")!.Value;
        IEnumerable<string> names = rules.ValueKind == JsonValueKind.Array
            ? rules.EnumerateArray().Select(rule => rule.GetString()!.Replace("Rule", string.Empty, StringComparison.Ordinal))
            : SdlRuleSet.All.Keys;
        return SdlRuleSet.Run(new SdlContext(existing, document), names.Select(name => SdlRuleSet.All[name]));
    }

    /// <summary>The schema that is extended; one without types of its own is printed as nothing.</summary>
    private static GraphQLSchema SchemaOf(string sdl)
    {
        SchemaBuilder builder = new();
        return (string.IsNullOrWhiteSpace(sdl) ? builder : builder.AddSdl(sdl)).Assemble().Schema;
    }
}
