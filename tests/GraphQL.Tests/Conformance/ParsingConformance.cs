using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;

namespace ProdSales.GraphQL.Tests.Conformance;

public sealed class ParsingConformance
{
    /// <summary>Recorded calls whose outcome is meant to differ, by the end of their name, with the reason.</summary>
    private static readonly Dictionary<string, string> Excluded = new(StringComparer.Ordinal)
    {
        ["Object extension do not include descriptions"] = "graphql-js reworded this message when operations got descriptions (16.12)",
        ["Interface extension do not include descriptions"] = "graphql-js reworded this message when operations got descriptions (16.12)",
    };

    /// <summary>Options of the recorded calls that ask for what is no part of the specification.</summary>
    private const string FragmentVariables = "allowLegacyFragmentVariables";

    [ConformanceFact]
    public void Every_recorded_document_is_accepted_or_refused_with_the_recorded_message_and_place()
    {
        List<string> differences = [];
        int replayed = 0;
        foreach (RecordedCase recorded in RecordedSuite.Of("parse").Where(recorded => !IsExcluded(recorded)))
        {
            replayed++;
            int tokens = recorded.Value("options") is { } options && options.TryGetProperty("maxTokens", out var most) ? most.GetInt32() : int.MaxValue;
            GraphQLError? error = DocumentParser.Parse(SourceText.Of(recorded.Source), ParserLimits.Trusted with { Tokens = tokens }).Error;
            string actual = error is null ? "accepted" : RecordedCase.Describe(error);
            string expected = recorded.Value("err") is { } refused ? RecordedCase.Describe(refused) : "accepted";
            if (actual != expected)
            {
                differences.Add($"{recorded.Name}\n  expected {expected}\n  actual   {actual}\n  {recorded.Source}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {replayed} differ:\n{string.Join('\n', differences.Take(20))}");
        Assert.True(replayed > 1_500, $"Only {replayed} cases were replayed.");
    }

    private static bool IsExcluded(RecordedCase recorded)
        => (recorded.Value("options") is { } options && options.TryGetProperty(FragmentVariables, out _))
            || Excluded.Keys.Any(name => recorded.Name.EndsWith(name, StringComparison.Ordinal));
}
