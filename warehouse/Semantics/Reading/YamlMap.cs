using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ProdSales.Semantics;

/// <summary>A mapping of a YAML file that notes every misuse with its line instead of stopping at the first.</summary>
internal sealed class YamlMap
{
    // Reading goes down one level of calls for each level of the file.
    private const int MostNested = 50;

    private readonly ModelFile _file;
    private readonly YamlMappingNode _node;
    private readonly List<ModelDefect> _defects;

    private YamlMap(ModelFile file, YamlMappingNode node, List<ModelDefect> defects)
    {
        _file = file;
        _node = node;
        _defects = defects;
    }

    internal SourcePlace Place => PlaceOf(_node);

    internal IEnumerable<string> Keys => _node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value!);

    internal static YamlMap? Read(ModelFile file, List<ModelDefect> defects)
    {
        try
        {
            if (NestsTooDeep(file.Text) is { } line)
            {
                defects.Add(new(new(file.ShownName, line, file.IsUsers), ModelDefectCodes.YamlTooDeep, $"The file nests deeper than {MostNested} levels."));
                return null;
            }

            YamlStream stream = [];
            stream.Load(new StringReader(file.Text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new YamlMap(file, root, defects);
            }

            defects.Add(new(new(file.ShownName, 1, file.IsUsers), ModelDefectCodes.YamlNotAMapping, "The file must hold one mapping."));
        }
        catch (YamlException error)
        {
            defects.Add(new(new(file.ShownName, (int)error.Start.Line, file.IsUsers), ModelDefectCodes.YamlUnreadable, $"Not YAML: {error.Message}"));
        }

        return null;
    }

    internal void Allow(params ReadOnlySpan<string> keys)
    {
        foreach (YamlScalarNode key in _node.Children.Keys.OfType<YamlScalarNode>())
        {
            if (!keys.Contains(key.Value!))
            {
                Refuse(key, ModelDefectCodes.UnknownKey, $"\"{key.Value}\" is no key here; allowed are {string.Join(", ", keys.ToArray())}.");
            }
        }
    }

    internal string? Optional(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } value } => value,
        YamlNode other => Refused<string>(other, ModelDefectCodes.NotAText, $"\"{key}\" must be a text."),
    };

    internal string Required(string key) => Find(key) is null ? Missing(key) : Optional(key) ?? "";

    /// <summary>A name that stands in SQL as it is.</summary>
    internal string Name(string key) => Find(key) is null ? Missing(key) : OptionalName(key) ?? "";

    internal string? OptionalName(string key)
    {
        if (Optional(key) is not { } name)
        {
            return null;
        }

        bool isName = char.IsAsciiLetterLower(name[0]) && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');
        if (!isName)
        {
            Refuse(key, ModelDefectCodes.BadName, $"\"{name}\" is no name: use lower-case letters, digits and underscores.");
        }

        return isName ? name : null;
    }

    internal YamlMap? Map(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(_file, map, _defects),
        YamlNode other => Refused<YamlMap>(other, ModelDefectCodes.NotAMapping, $"\"{key}\" must be a mapping."),
    };

    internal IReadOnlyList<YamlMap> Maps(string key) =>
        [.. Items(key).Select(item => item is YamlMappingNode map
            ? new YamlMap(_file, map, _defects)
            : Refused<YamlMap>(item, ModelDefectCodes.NotAMapping, $"An entry of \"{key}\" must be a mapping.")).OfType<YamlMap>()];

    internal IReadOnlyList<string> Texts(string key) =>
        [.. Items(key).Select(item => item is YamlScalarNode { Value: { } value }
            ? value
            : Refused<string>(item, ModelDefectCodes.NotAText, $"An entry of \"{key}\" must be a text.")).OfType<string>()];

    internal LocalisedText Localised(string key)
    {
        if (Map(key) is not { } map)
        {
            Missing(key);
            return new("", "");
        }

        map.Allow("zh-CN", "en");
        return new(map.Required("zh-CN"), map.Required("en"));
    }

    internal LocalisedText? OptionalLocalised(string key) => Find(key) is null ? null : Localised(key);

    internal TValue OneOf<TValue>(string key, IReadOnlyDictionary<string, TValue> allowed)
    {
        string text = Required(key);
        if (allowed.TryGetValue(text, out TValue? value))
        {
            return value;
        }

        if (text.Length > 0)
        {
            Refuse(key, ModelDefectCodes.ValueNotAllowed, $"\"{key}: {text}\" is not allowed; allowed are {string.Join(", ", allowed.Keys)}.");
        }

        return allowed.Values.First();
    }

    internal void Refuse(string key, string code, string message) => Refuse(Find(key) ?? _node, code, message);

    internal SourcePlace PlaceOf(string key) => PlaceOf(Find(key) ?? _node);

    private static int? NestsTooDeep(string text)
    {
        Parser events = new(new StringReader(text));
        int depth = 0;
        while (events.MoveNext())
        {
            depth += events.Current!.NestingIncrease;
            if (depth > MostNested)
            {
                return (int)events.Current.Start.Line;
            }
        }

        return null;
    }

    private IEnumerable<YamlNode> Items(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode sequence => sequence.Children,
        YamlNode other => Refused<IEnumerable<YamlNode>>(other, ModelDefectCodes.NotAList, $"\"{key}\" must be a list.") ?? [],
    };

    private YamlNode? Find(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;

    private string Missing(string key)
    {
        Refuse(_node, ModelDefectCodes.MissingKey, $"\"{key}\" is missing.");
        return "";
    }

    private T? Refused<T>(YamlNode node, string code, string message)
        where T : class
    {
        Refuse(node, code, message);
        return null;
    }

    private SourcePlace PlaceOf(YamlNode node) => new(_file.ShownName, (int)node.Start.Line, _file.IsUsers);

    private void Refuse(YamlNode node, string code, string message) => _defects.Add(new(PlaceOf(node), code, message));
}
