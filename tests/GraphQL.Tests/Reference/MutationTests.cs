using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Tests.Conformance;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Validation;

namespace ProdSales.GraphQL.Tests.Reference;

/// <summary>Thousands of slightly wrong documents, judged by the reference and by us.</summary>
public sealed class MutationTests
{
    private const int Rounds = 6;

    private static readonly EngineOptions Unlimited = new() { Limits = EngineLimits.None with { IntrospectionDepth = 3, ValidationErrors = 1000 } };

    [OracleFact]
    public void A_wrong_document_gets_the_errors_that_the_reference_gives()
    {
        using NodeOracle reference = new();
        List<string> differences = [];
        foreach ((string sdl, string document, int seed) in Documents())
        {
            string mutated = MutatedDocument.Of(document, seed);
            string[] expected = [.. JsonDocument.Parse(reference.Ask(new { validate = sdl, document = mutated })).RootElement.EnumerateArray().Select(RecordedCase.Describe).Order(StringComparer.Ordinal)];
            string[] actual = [.. Errors(sdl, mutated).Select(RecordedCase.Describe).Order(StringComparer.Ordinal)];
            if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
            {
                differences.Add($"seed {seed}\n  reference {string.Join("\n            ", expected.Except(actual, StringComparer.Ordinal))}\n  ours      {string.Join("\n            ", actual.Except(expected, StringComparer.Ordinal))}\n{mutated}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join('\n', differences.Take(15))}");
    }

    private static IEnumerable<(string Sdl, string Document, int Seed)> Documents()
    {
        RecordedCase[] cases = !File.Exists(RecordedSuite.Path) ? [] : [.. RecordedSuite.Of("validate").Where(recorded => recorded.Text("src") is { } text && IsHarness(recorded.Sdl) && IsExecutable(text))];
        return Seeds.Of(Rounds * cases.Length).Select(seed => (cases[seed % cases.Length].Sdl!, cases[seed % cases.Length].Source, seed));
    }

    /// <summary>The schema that most of the recorded tests share; the others use scalars that the recorder cannot carry.</summary>
    private static bool IsHarness(string? sdl) => sdl is not null && sdl.Contains("ComplicatedArgs", StringComparison.Ordinal) && !sdl.Contains("InvalidScalar", StringComparison.Ordinal);

    /// <summary>In a request definitions of types are refused as such; their own rules are not run.</summary>
    private static bool IsExecutable(string text)
        => DocumentParser.Parse(SourceText.Of(text), ParserLimits.Trusted).Document?.Definitions.All(definition => definition is OperationNode or FragmentNode) == true;

    private static readonly Dictionary<string, GraphQLSchema> Schemas = new(StringComparer.Ordinal);

    private static IReadOnlyList<GraphQLError> Errors(string sdl, string text)
    {
        if (!Schemas.TryGetValue(sdl, out GraphQLSchema? schema))
        {
            Schemas[sdl] = schema = new SchemaBuilder().AddSdl(sdl).Assemble().Schema;
        }

        (DocumentNode? document, GraphQLError? error) = DocumentParser.Parse(SourceText.Of(text), ParserLimits.Trusted);
        return document is null
            ? [error!]
            : DocumentValidation.Run(schema, document, Unlimited, RuleSet.OfSpecification.Where(rule => rule.Key != "KnownOperationTypes").Select(rule => rule.Value));
    }
}
