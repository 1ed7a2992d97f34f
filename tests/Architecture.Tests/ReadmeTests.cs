using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ProdSales.Support;

namespace ProdSales.Architecture.Tests;

/// <summary>Holds the README to the tree: each dependency has its line, and the Chinese page says the same.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string English = File.ReadAllText(Repository.PathOf("README.md"));
    private static readonly string Chinese = File.ReadAllText(Repository.PathOf("README.zh-CN.md"));

    public static TheoryData<string> Dependencies() => [.. NuGetPackages().Concat(NpmPackages()).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Dependencies))]
    public void A_dependency_has_a_line_in_the_table(string package)
    {
        Assert.Contains($"`{package}`", English, StringComparison.Ordinal);
        Assert.Contains($"`{package}`", Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_have_the_same_headings_and_commands()
    {
        Assert.Equal(Heading().Count(English), Heading().Count(Chinese));
        Assert.Equal(Command().Matches(English).Select(match => match.Value), Command().Matches(Chinese).Select(match => match.Value));
    }

    [Fact]
    public void Every_package_version_is_pinned_exactly()
    {
        foreach (string folder in NpmFolders())
        {
            using JsonDocument package = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(folder)));
            foreach (JsonProperty dependency in DependenciesOf(package.RootElement))
            {
                Assert.Matches("^(npm:[^@]+@)?[0-9]", dependency.Value.GetString());
            }
        }
    }

    private static IEnumerable<string> NuGetPackages() =>
        XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion").Select(version => version.Attribute("Include")!.Value);

    private static IEnumerable<string> NpmPackages()
    {
        foreach (string folder in NpmFolders())
        {
            using JsonDocument package = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(folder)));
            foreach (JsonProperty dependency in DependenciesOf(package.RootElement))
            {
                yield return dependency.Name;
            }
        }
    }

    private static IEnumerable<string> NpmFolders() => CodeTree.Files().Where(path => Path.GetFileName(path) == "package.json");

    private static IEnumerable<JsonProperty> DependenciesOf(JsonElement package)
    {
        foreach (string kind in (string[])["dependencies", "devDependencies"])
        {
            if (package.TryGetProperty(kind, out JsonElement dependencies))
            {
                foreach (JsonProperty dependency in dependencies.EnumerateObject())
                {
                    yield return dependency;
                }
            }
        }
    }

    [GeneratedRegex("^#+ ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\./(run|test|bench/run).*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}
