using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ProdSales.Host.Speech;

/// <summary>The sentences of the program by family and code, from <c>messages.yaml</c>.</summary>
internal static partial class Messages
{
    private static readonly Dictionary<string, (string Chinese, string English)> Texts = Read();

    /// <summary>Gets every key, as in <c>row.not-a-number</c>.</summary>
    internal static IReadOnlyCollection<string> Keys => Texts.Keys;

    /// <summary>Whether there is a sentence of that key.</summary>
    internal static bool Has(string key) => Texts.ContainsKey(key);

    /// <summary>Gives the sentence as it is written, with its facts in braces.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key: a defect of the program.</exception>
    internal static string Pattern(string key, Language language) => language is Language.Chinese ? Texts[key].Chinese : Texts[key].English;

    /// <summary>Gives the sentence with its facts put in; a fact that is not given stays in braces, so that it is seen.</summary>
    internal static string Text(string key, Language language, IReadOnlyDictionary<string, object> facts) => Fact().Replace(
        Pattern(key, language),
        match => facts.TryGetValue(match.Groups["name"].Value, out object? value) ? Written(value, match.Groups["format"].Value) : match.Value);

    /// <summary>Gives the names of the facts that a sentence uses, with their formats.</summary>
    internal static IEnumerable<string> FactsOf(string key, Language language) =>
        Fact().Matches(Pattern(key, language)).Select(match => match.Value).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal);

    private static string Written(object value, string format) => value is IFormattable number
        ? number.ToString(format.Length == 0 ? null : format, CultureInfo.InvariantCulture).Replace(" %", "%", StringComparison.Ordinal)
        : value.ToString() ?? "";

    private static Dictionary<string, (string Chinese, string English)> Read()
    {
        using StreamReader reader = new(typeof(Messages).Assembly.GetManifestResourceStream("ProdSales.Host.Speech.messages.yaml")!);
        YamlStream stream = [];
        stream.Load(reader);
        Dictionary<string, (string, string)> texts = new(StringComparer.Ordinal);
        foreach ((YamlNode family, YamlNode codes) in (YamlMappingNode)stream.Documents[0].RootNode)
        {
            foreach ((YamlNode code, YamlNode text) in (YamlMappingNode)codes)
            {
                texts.Add($"{family}.{code}", (text["zh-CN"].ToString(), text["en"].ToString()));
            }
        }

        return texts;
    }

    [GeneratedRegex(@"\{(?<name>[a-z]+)(:(?<format>[A-Z][0-9]?))?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Fact();
}
