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
                defects.Add(FileFaults.TooDeep(MostNested).At(new(file.ShownName, line, file.IsUsers)));
                return null;
            }

            YamlStream stream = [];
            stream.Load(new StringReader(file.Text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new YamlMap(file, root, defects);
            }

            defects.Add(FileFaults.NotOneMapping().At(new(file.ShownName, 1, file.IsUsers)));
        }
        catch (YamlException error)
        {
            defects.Add(FileFaults.NotYaml(error.Message).At(new(file.ShownName, (int)error.Start.Line, file.IsUsers)));
        }

        return null;
    }

    internal void Allow(params ReadOnlySpan<string> keys)
    {
        foreach (YamlScalarNode key in _node.Children.Keys.OfType<YamlScalarNode>())
        {
            if (!keys.Contains(key.Value!))
            {
                Refuse(key, FileFaults.UnknownKey(key.Value!, keys.ToArray()));
            }
        }
    }

    internal string? Optional(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } value } => value,
        YamlNode other => Refused<string>(other, FileFaults.NotAText(key)),
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
            Refuse(key, NameFaults.NoName(name));
        }

        return isName ? name : null;
    }

    internal YamlMap? Map(string key) => Find(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(_file, map, _defects),
        YamlNode other => Refused<YamlMap>(other, FileFaults.NotAMapping(key)),
    };

    internal IReadOnlyList<YamlMap> Maps(string key) =>
        [.. Items(key).Select(item => item is YamlMappingNode map
            ? new YamlMap(_file, map, _defects)
            : Refused<YamlMap>(item, FileFaults.EntryNotAMapping(key))).OfType<YamlMap>()];

    internal IReadOnlyList<string> Texts(string key) =>
        [.. Items(key).Select(item => item is YamlScalarNode { Value: { } value }
            ? value
            : Refused<string>(item, FileFaults.EntryNotAText(key))).OfType<string>()];

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
            Refuse(key, FileFaults.NotAllowed(key, text, allowed.Keys));
        }

        return allowed.Values.First();
    }

    internal void Refuse(string key, ModelFault fault) => Refuse(Find(key) ?? _node, fault);

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
        YamlNode other => Refused<IEnumerable<YamlNode>>(other, FileFaults.NotAList(key)) ?? [],
    };

    private YamlNode? Find(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out YamlNode? value) ? value : null;

    private string Missing(string key)
    {
        Refuse(_node, FileFaults.Missing(key));
        return "";
    }

    private T? Refused<T>(YamlNode node, ModelFault fault)
        where T : class
    {
        Refuse(node, fault);
        return null;
    }

    private SourcePlace PlaceOf(YamlNode node) => new(_file.ShownName, (int)node.Start.Line, _file.IsUsers);

    private void Refuse(YamlNode node, ModelFault fault) => _defects.Add(fault.At(PlaceOf(node)));
}
