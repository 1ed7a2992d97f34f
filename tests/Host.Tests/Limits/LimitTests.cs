using System.Globalization;
using System.Text.RegularExpressions;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http.Streams;
using ProdSales.Host.Commands;
using ProdSales.Host.Limits;
using ProdSales.Host.Speech;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Limits;

/// <summary>What can be limited, and the page that says so.</summary>
public sealed partial class LimitTests
{
    public static TheoryData<string> Names => [.. LimitCatalogue.All.Select(limit => limit.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_limit_that_a_file_sets_is_set_and_nothing_else_is(string name)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("limits.yaml"), $"{name}: {Find(name).Most}\n");

        ServerLimits limits = LimitsFile.Read(new FileInfo(folder.File("limits.yaml")));

        Assert.Equal([name], LimitCatalogue.All.Where(limit => limit.Of(limits) != limit.Default).Select(limit => limit.Name));
        Assert.Equal(Find(name).Most, Find(name).Of(limits));
    }

    [Fact]
    public void Every_limit_of_a_document_and_of_a_stream_can_be_set()
    {
        IEnumerable<string> engine = typeof(EngineLimits).GetProperties().Where(property => property.PropertyType != typeof(EngineLimits)).Select(property => Snake(property.Name));

        Assert.Empty(engine.Except(LimitCatalogue.All.Select(limit => limit.Name)));
        Assert.Equal(typeof(StreamLimits).GetProperties().Length, LimitCatalogue.All.Count(limit => limit.Name.StartsWith("stream", StringComparison.Ordinal)));
        Assert.All(LimitCatalogue.All, limit => Assert.InRange(limit.Default, limit.Least, limit.Most));
    }

    [Fact]
    public void The_page_of_limits_says_what_the_code_does()
    {
        (string Name, string Default, string Allowed)[] told =
            [.. Row().Matches(File.ReadAllText(Repository.PathOf("docs", "limits.md"))).Select(row => (row.Groups["name"].Value, row.Groups["default"].Value, row.Groups["allowed"].Value))];

        Assert.Equal(LimitCatalogue.All.Select(limit => limit.Name).Order(), told.Select(row => row.Name).Order());
        Assert.All(told, row =>
        {
            Limit limit = Find(row.Name);
            string range = string.Create(CultureInfo.InvariantCulture, $"{limit.Least:N0} to {limit.Most:N0}");
            Assert.Equal(range, row.Allowed);
            if (row.Name is not ("statements" or "warehouse_memory_bytes"))
            {
                Assert.Equal(limit.Default.ToString("N0", CultureInfo.InvariantCulture), row.Default);
            }
        });
    }

    [Theory]
    [InlineData("dept: 3", "There is no limit \"dept\"; there are depth, tokens,")]
    [InlineData("depth: 0", "depth 0 is out of range: it must lie between 1 and 200.")]
    [InlineData("depth: 201", "depth 201 is out of range")]
    [InlineData("depth: deep", "depth deep is out of range")]
    [InlineData("depth: -1", "depth -1 is out of range")]
    [InlineData("- depth", "cannot be read")]
    [InlineData("depth: [", "cannot be read")]
    public void A_file_that_sets_no_limits_is_refused_by_name(string text, string said)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("limits.yaml"), text);

        RefusedException refused = Assert.Throws<RefusedException>(() => LimitsFile.Read(new FileInfo(folder.File("limits.yaml"))));

        Assert.Contains(said, refused.In(new Speaker(Language.English)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_changes_nothing_and_one_that_is_not_there_is_refused()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("limits.yaml"), "# nothing yet\n");

        ServerLimits limits = LimitsFile.Read(new FileInfo(folder.File("limits.yaml")));

        Assert.All(LimitCatalogue.All, limit => Assert.Equal(limit.Default, limit.Of(limits)));
        Assert.Throws<RefusedException>(() => LimitsFile.Read(new FileInfo(folder.File("nowhere.yaml"))));
    }

    private static Limit Find(string name) => LimitCatalogue.All.Single(limit => limit.Name == name);

    private static string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    [GeneratedRegex(@"^\| `(?<name>[a-z_]+)` \| (?<default>[^|]+) \| (?<allowed>[^|]+) \|", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
