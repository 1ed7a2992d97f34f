namespace ProdSales.Sources.Mappings.Yaml;

/// <summary>A piece of a YAML document that knows the line it begins on.</summary>
internal abstract record YamlNode(int Line);

/// <summary>A single value.</summary>
internal sealed record YamlScalar(int Line, string Text, bool IsPlain) : YamlNode(Line)
{
    /// <summary>Gets whether the value is YAML's null: nothing, <c>~</c> or <c>null</c> without quotes.</summary>
    internal bool IsNull => IsPlain && Text is "" or "~" or "null";
}

/// <summary>A list of nodes.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);

/// <summary>Keys and their values, in the order written.</summary>
internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line);

/// <summary>One key of a map with its value.</summary>
internal sealed record YamlEntry(int Line, string Key, YamlNode Value);
