using System.Text.RegularExpressions;
using ProdSales.Support;

namespace ProdSales.Architecture.Tests;

/// <summary>Keeps out of the tree what belongs to one machine.</summary>
public sealed partial class HygieneTests
{
    private static readonly string[] TextEndings =
        [".cs", ".ts", ".svelte", ".sql", ".mjs", ".json", ".md", ".yaml", ".yml", ".props", ".csproj", ".sh", ".graphql", ".css"];

    [Fact]
    public void No_file_names_a_machine_path_or_a_package_registry()
    {
        string[] hits =
        [
            .. CodeTree.Files()
                .Where(path => TextEndings.Contains(Path.GetExtension(path)) && !path.EndsWith("HygieneTests.cs", StringComparison.Ordinal))
                .SelectMany(path => File.ReadLines(Repository.PathOf(path)).Select((line, index) => (path, line, index)))
                .Where(hit => MachinePath().IsMatch(hit.line))
                .Select(hit => $"{hit.path}:{hit.index + 1}: {hit.line.Trim()}"),
        ];

        Assert.Empty(hits);
    }

    [Fact]
    public void Every_relative_link_of_a_document_leads_to_a_file()
    {
        string[] broken =
        [
            .. CodeTree.Files().Where(path => path.EndsWith(".md", StringComparison.Ordinal))
                .SelectMany(path => Link().Matches(File.ReadAllText(Repository.PathOf(path))).Select(match => (path, target: match.Groups["it"].Value)))
                .Where(link => !link.target.Contains(':') && link.target[0] is not '#')
                .Where(link => !Path.Exists(Repository.PathOf(Path.GetDirectoryName(link.path)!, link.target.Split('#')[0])))
                .Select(link => $"{link.path} -> {link.target}"),
        ];

        Assert.Empty(broken);
    }

    [GeneratedRegex(@"(^|[\s""'(=:])/(work|root|home|farm)/|://[a-z.]*(nuget|npmjs|debian)[a-z]*[.]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\]\((?<it>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
