using System.Text.RegularExpressions;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;
using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Tests.Conformance;

namespace ProdSales.GraphQL.Tests.Reference;

/// <summary>Thousands of damaged documents, read by the reference and by us: the same document, or the same complaint at the same place.</summary>
public sealed class DamageTests
{
    private const int Rounds = 3;

    // The reference cuts what it shows of an escape between the halves of a character; we show it whole.
    private static readonly Regex HalvedAtTheEnd = new("[\uD800-\uDBFF][\uDC00-\uDFFF]\"\\.", RegexOptions.CultureInvariant);

    [OracleFact]
    public void A_damaged_document_is_read_or_refused_as_the_reference_does()
    {
        string[] documents = !File.Exists(RecordedSuite.Path) ? ["{ a(b: \"\"\"c\n  d\"\"\", e: [1, -2.5e3, \"\\u0041\"]) { ...F } } fragment F on T { x }"] : [.. RecordedSuite.Of("parse").Select(recorded => recorded.Source).Distinct(StringComparer.Ordinal)];
        using NodeOracle reference = new();
        List<string> differences = [];
        int read = 0;
        int rounds = Math.Max(Rounds * documents.Length, 1_000);
        foreach (int seed in Seeds.Of(rounds).TakeWhile(_ => differences.Count < 15))
        {
            string damaged = DamagedText.Of(documents[seed % documents.Length], seed);
            string expected = reference.Ask(new { syntax = damaged });
            (DocumentNode? document, GraphQLError? error) = DocumentParser.Parse(SourceText.Of(damaged), ParserLimits.Trusted);
            string actual = document is not null ? Printer.Print(document) : $"{error!.Message} {string.Join(',', error.Locations.Select(place => $"{place.Line}:{place.Column}"))}";
            read += document is null ? 0 : 1;
            if (expected != actual && expected != HalvedAtTheEnd.Replace(actual, "\uFFFD\"."))
            {
                differences.Add($"seed {seed}\n  reference {expected}\n  ours      {actual}\n{damaged}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join('\n', differences)}");
        Assert.True(read > rounds / 50, $"Only {read} damaged documents could be read: too few to tell anything.");
    }
}
