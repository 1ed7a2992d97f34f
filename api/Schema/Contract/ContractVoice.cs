using System.Text.Json;
using System.Text.RegularExpressions;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Writes the descriptions of the contract in one language. The names, and so what can be asked, are the same in both.</summary>
internal sealed partial class ContractVoice
{
    private static readonly Lazy<Dictionary<string, string>> Words = new(Read);

    private readonly bool _isChinese;

    private ContractVoice(bool isChinese) => _isChinese = isChinese;

    /// <summary>English, with labels in both languages: the voice of the contract in the tree.</summary>
    internal static ContractVoice English { get; } = new(isChinese: false);

    internal static ContractVoice Chinese { get; } = new(isChinese: true);

    internal static ContractVoice Of(AnswerLanguage language) => language is AnswerLanguage.Chinese ? Chinese : English;

    /// <summary>The text of the language, as it stands between quotation marks.</summary>
    internal string Say(string chinese, string english) => SchemaText.Escaped(_isChinese ? chinese : english);

    /// <summary>A label by itself.</summary>
    internal string Label(LocalisedText label) => Say(label.Chinese, $"{label.English} ({label.Chinese})");

    /// <summary>A label with what it means.</summary>
    internal string Describe(LocalisedText label, LocalisedText description) =>
        Say($"{label.Chinese}：{description.Chinese}", $"{label.English} ({label.Chinese}): {description.English}");

    /// <summary>The whole text with those descriptions put into the language that are the same for every model.</summary>
    internal string Told(string text) => !_isChinese ? text : Description().Replace(text, line => Words.Value.TryGetValue(line.Groups["it"].Value, out string? told)
        ? $"{line.Groups["indent"].Value}\"{SchemaText.Escaped(told)}\""
        : line.Value);

    private static Dictionary<string, string> Read()
    {
        using Stream words = typeof(ContractVoice).Assembly.GetManifestResourceStream("descriptions.zh-CN.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(words)!;
    }

    [GeneratedRegex("^(?<indent> *)\"(?<it>[^\"\\\\]+)\"$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Description();
}
