using System.Reflection;
using System.Text.RegularExpressions;
using ProdSales.GraphQL.Http;

namespace ProdSales.GraphQL.Tests.Http;

/// <summary>The host has a sentence in both languages for each way to refuse a request.</summary>
public sealed partial class RefusalTests
{
    public static TheoryData<string> Ways => [.. Factories.Select(factory => factory.Name)];

    private static IEnumerable<MethodInfo> Factories => typeof(HttpRefusal).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(HttpRefusal));

    [Theory]
    [MemberData(nameof(Ways))]
    public void Each_way_to_refuse_has_a_sentence_of_its_facts(string way)
    {
        MethodInfo factory = Factories.Single(method => method.Name == way);
        HttpRefusal refusal = (HttpRefusal)factory.Invoke(null, [.. factory.GetParameters().Select(parameter => Some(parameter.ParameterType))])!;

        string line = Sentences().Single(line => line.TrimStart().StartsWith($"{refusal.Reason}: {{", StringComparison.Ordinal) && line.Contains("zh-CN", StringComparison.Ordinal));

        Assert.All(Fact().Matches(line[(line.IndexOf('{', StringComparison.Ordinal) + 1)..]).Select(match => match.Groups["name"].Value), name => Assert.Contains(name, refusal.Facts.Keys));
    }

    /// <summary>The lines of the family <c>http</c>.</summary>
    private static IEnumerable<string> Sentences()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "ProdSalesService.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return File.ReadLines(Path.Combine(root, "api", "Host", "Speech", "messages.yaml")).SkipWhile(line => line != "http:").Skip(1).TakeWhile(line => line.StartsWith(' '));
    }

    private static object Some(Type type) => type == typeof(string) ? "x" : type == typeof(System.Text.Json.JsonException) ? new System.Text.Json.JsonException() : Activator.CreateInstance(type)!;

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Fact();
}
