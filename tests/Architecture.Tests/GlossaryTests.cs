using System.Text.RegularExpressions;
using ProdSales.Support;

namespace ProdSales.Architecture.Tests;

/// <summary>The glossary is the law: what the code declares must have its row there.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string Glossary = File.ReadAllText(Repository.PathOf("docs", "glossary.md"));

    [Fact]
    public void Every_feed_has_a_row()
    {
        IEnumerable<string> feeds = CodeTree.CodeFiles()
            .Where(path => path.StartsWith("ingest/Feeds/", StringComparison.Ordinal))
            .SelectMany(path => FeedName().Matches(File.ReadAllText(Repository.PathOf(path))))
            .Select(match => match.Groups["it"].Value);

        Assert.Empty(feeds.Where(IsMissing));
    }

    [Fact]
    public void Every_measure_has_a_row()
    {
        string[] measures =
        [
            .. CodeTree.Files()
                .Where(path => path.StartsWith("warehouse/Semantics/", StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal))
                .SelectMany(path => MeasuresOf(File.ReadAllText(Repository.PathOf(path)))),
        ];

        Assert.NotEmpty(measures);
        Assert.Empty(measures.Where(IsMissing));
    }

    private static IEnumerable<string> MeasuresOf(string yaml)
    {
        int start = yaml.IndexOf("\nmeasures:", StringComparison.Ordinal);
        return start < 0 ? [] : MeasureName().Matches(yaml[start..]).Select(match => match.Groups["it"].Value);
    }

    private static bool IsMissing(string term) => !Glossary.Contains($"`{term}`", StringComparison.Ordinal);

    [GeneratedRegex(@"\[Feed\(""(?<it>[a-z_]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FeedName();

    [GeneratedRegex(@"^  - name: (?<it>[a-z0-9_]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MeasureName();
}
