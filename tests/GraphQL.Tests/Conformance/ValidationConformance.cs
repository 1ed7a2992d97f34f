using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Validation;

namespace ProdSales.GraphQL.Tests.Conformance;

public sealed class ValidationConformance
{
    /// <summary>Recorded calls that are not replayed, by a piece of their name, with the reason.</summary>
    private static readonly Dictionary<string, string> Excluded = new(StringComparer.Ordinal)
    {
        ["NoDeprecatedCustomRule"] = "an optional rule that the engine does not have",
        ["customRule"] = "a rule of the test's own",
        ["validates using a custom TypeInfo"] = "a type scope of the test's own",
        ["custom scalar that returns undefined"] = "a scalar of the test's own that the recorder cannot carry",
        ["Exactly one nullable variable"] = "graphql-js moved this check to VariablesInAllowedPosition, with another message (16.12)",
        ["reports original error for custom scalar which throws"] = "a scalar of the test's own that the recorder cannot carry",
    };

    private static readonly EngineOptions Unlimited = new() { Limits = EngineLimits.None with { IntrospectionDepth = 3, ValidationErrors = 100 } };

    private readonly Dictionary<string, GraphQLSchema> _schemas = new(StringComparer.Ordinal);

    [ConformanceFact]
    public void Every_recorded_document_gives_the_recorded_errors()
    {
        List<string> differences = [];
        int replayed = 0;
        foreach (RecordedCase recorded in RecordedSuite.Of("validate").Where(recorded => !IsExcluded(recorded)))
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
        Assert.True(replayed > 500, $"Only {replayed} cases were replayed.");
    }

    private IReadOnlyList<GraphQLError> Validate(RecordedCase recorded)
    {
        DocumentNode document = DocumentParser.Parse(SourceText.Of(recorded.Source), ParserLimits.Trusted).Document!;
        JsonElement rules = recorded.Value("rules")!.Value;
        IEnumerable<string> names = rules.ValueKind == JsonValueKind.Array
            ? rules.EnumerateArray().Select(rule => rule.GetString()!.Replace("Rule", string.Empty, StringComparison.Ordinal))
            : RuleSet.OfSpecification.Keys.Where(name => name != "KnownOperationTypes");
        EngineOptions options = names.Contains("NoSchemaIntrospectionCustom", StringComparer.Ordinal) && rules.ValueKind == JsonValueKind.Array
            ? Unlimited with { AllowsIntrospection = false }
            : Unlimited;
        return DocumentValidation.Run(SchemaOf(recorded.Sdl!), document, options, names.Select(name => RuleSet.OfSpecification[name]));
    }

    private GraphQLSchema SchemaOf(string sdl)
    {
        if (!_schemas.TryGetValue(sdl, out GraphQLSchema? schema))
        {
            _schemas[sdl] = schema = new SchemaBuilder().AddSdl(sdl).Assemble().Schema;
        }

        return schema;
    }

    /// <summary>Documents that were built in code have no text to replay.</summary>
    private static bool IsExcluded(RecordedCase recorded)
        => recorded.Text("src") is null || Excluded.Keys.Any(name => recorded.Name.Contains(name, StringComparison.Ordinal) || recorded.Value("rules")!.Value.GetRawText().Contains(name, StringComparison.Ordinal));
}
