using System.Text.Json;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Tests.Conformance;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Comparison;
using ProdSales.GraphQL.Types.Coordinates;
using ProdSales.GraphQL.Types.Sdl;
using ProdSales.GraphQL.Validation.Sdl;

namespace ProdSales.GraphQL.Tests.Reference;

/// <summary>Schemas with small mistakes, and pairs of schemas that differ a little, judged by the reference and by us.</summary>
public sealed class SchemaTests
{
    private const int Rounds = 40;
    private const int Edits = 3_000;

    private static readonly string[] Stricter = ["The default", "All root types must be different", "A schema holds no operations"];

    [OracleFact]
    public void A_wrong_schema_gets_the_errors_that_the_reference_gives()
    {
        using NodeOracle reference = new();
        List<string> differences = [];
        foreach ((string _, string mutated, int seed) in Mutated().Where(pair => !HoldsOperations(pair.Mutated)))
        {
            string[] expected = [.. JsonDocument.Parse(reference.Ask(new { sdlErrors = mutated })).RootElement.EnumerateArray().Select(RecordedCase.Describe).Order(StringComparer.Ordinal)];
            string[] actual = [.. Errors(mutated).Select(RecordedCase.Describe).Order(StringComparer.Ordinal)];
            if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
            {
                differences.Add($"seed {seed}\n  reference {string.Join("\n            ", expected.Except(actual, StringComparer.Ordinal))}\n  ours      {string.Join("\n            ", actual.Except(expected, StringComparer.Ordinal))}\n{mutated}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join('\n', differences.Take(10))}");
    }

    [OracleFact]
    public void A_schema_is_accepted_where_the_reference_accepts_it_and_its_changes_are_those_that_the_reference_finds()
    {
        using NodeOracle reference = new();
        List<string> differences = [];
        int compared = 0;
        foreach ((string sdl, string mutated, int seed) in Mutated())
        {
            bool isSchema = bool.Parse(reference.Ask(new { isSchema = mutated }));
            SchemaReading own = SchemaReading.Of(mutated);
            if (isSchema != own.Schema is not null && !(isSchema && IsStricter(own)))
            {
                differences.Add($"seed {seed}: reference {(isSchema ? "accepts" : "refuses")}, ours {string.Join("; ", own.Errors.Select(error => error.Message))}\n{mutated}");
            }
            else if (own.Schema is not null && SchemaReading.Of(sdl).Schema is { } before)
            {
                compared++;
                string[] expected = [.. JsonDocument.Parse(reference.Ask(new { before = sdl, after = mutated })).RootElement.EnumerateArray().Select(change => change.GetString()!).Order(StringComparer.Ordinal)];
                string[] actual = [.. SchemaComparison.Between(before, own.Schema).Where(change => change.Impact is not ChangeImpact.Safe).Select(Told).Order(StringComparer.Ordinal)];
                if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
                {
                    differences.Add($"seed {seed}\n  reference {string.Join("\n            ", expected.Except(actual, StringComparer.Ordinal))}\n  ours      {string.Join("\n            ", actual.Except(expected, StringComparer.Ordinal))}\n{mutated}");
                }
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ, {compared} compared:\n{string.Join('\n', differences.Take(12))}");
        Assert.True(compared > 300, $"Only {compared} pairs were compared.");
    }

    [OracleFact]
    public void A_coordinate_finds_what_it_finds_in_the_reference()
    {
        const string Sdl = """
            directive @of(scale: Int) on FIELD
            type Query implements Named { name(short: Boolean, as: Form): String tags: [Tag!] }
            interface Named { name(short: Boolean): String }
            enum Tag { NEW OLD }
            input Form { width: Int = 3 }
            union Any = Query
            scalar Date
            """;
        string[] owners = ["Query", "Named", "Tag", "Form", "Any", "Date", "Int", "Other", "@of", "@skip", "@other", "", "1a", "Query ", "__Type"];
        string[] members = ["", ".name", ".tags", ".NEW", ".width", ".other", ".", ".1", ". name", ".name.tags"];
        string[] arguments = ["", "(short:)", "(as:)", "(scale:)", "(if:)", "(other:)", "(short)", "(short:", "()", "(short: )", "(short:)x"];
        using NodeOracle reference = new();
        GraphQLSchema schema = SchemaReading.Of(Sdl).Schema!;
        foreach (string text in owners.SelectMany(owner => members.SelectMany(member => arguments.Select(argument => owner + member + argument))))
        {
            string expected = reference.Ask(new { coordinate = text, sdl = Sdl });
            object? found = SchemaCoordinate.TryParse(text, out SchemaCoordinate? coordinate) ? coordinate.In(schema) : null;
            Assert.Equal((text, expected is "none" or "refused" ? null : expected.Split(' ')[1]), (text, NameOf(found)));
            Assert.Equal(text, coordinate?.ToString() ?? text);
        }
    }

    private static string? NameOf(object? element) => element is null ? null : (string)element.GetType().GetProperty("Name")!.GetValue(element)!;

    private static string Told(SchemaChange change)
        => $"{change.Impact} {string.Concat(change.Kind.ToString().Select((letter, index) => index > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{letter}")).ToUpperInvariant()} {change.Message}";

    /// <summary>A directive of the specification is not put in another's place: graphql-js knows a location for it that the specification does not have.</summary>
    private static IEnumerable<(string Sdl, string Mutated, int Seed)> Mutated()
    {
        string[] schemas = !File.Exists(RecordedSuite.Path) ? [] : [.. RecordedSuite.Of("execute").Concat(RecordedSuite.Of("validate"))
            .Select(recorded => recorded.Sdl).OfType<string>().Distinct(StringComparer.Ordinal).Where(sdl => SchemaReading.Of(sdl).Schema is not null)];
        return Seeds.Of(Rounds * schemas.Length).Select(seed => (schemas[seed % schemas.Length], MutatedDocument.Of(schemas[seed % schemas.Length], seed), seed))
            .Concat(Seeds.Of(Edits).Select(seed => (EditedSchema.Original, EditedSchema.Of(seed), -seed)))
            .Where(pair => !pair.Item2.Contains("directive @deprecated", StringComparison.Ordinal));
    }

    /// <summary>What the specification asks and graphql-js 16 does not: that defaults fit their types, that root types differ, that a schema holds no operations.</summary>
    private static bool IsStricter(SchemaReading reading) => reading.Errors.Count > 0
        && reading.Errors.All(error => Stricter.Any(start => error.Message.StartsWith(start, StringComparison.Ordinal)));

    private static bool HoldsOperations(string text)
        => DocumentParser.Parse(SourceText.Of(text), ParserLimits.Trusted).Document?.Definitions.Any(definition => definition is not TypeSystemNode) == true;

    private static IReadOnlyList<GraphQLError> Errors(string sdl)
    {
        (DocumentNode? document, GraphQLError? error) = DocumentParser.Parse(SourceText.Of(sdl), ParserLimits.Trusted);
        return document is null ? [error!] : SdlRuleSet.Run(new SdlContext(null, document), SdlRuleSet.All.Values);
    }
}
