using System.Globalization;

namespace ProdSales.Sources.Mappings.Yaml;

/// <summary>Takes the known keys out of a YAML map and notes the unknown, the missing and the misshapen ones.</summary>
internal sealed class MapFields
{
    private readonly Dictionary<string, YamlEntry> _entries = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;
    private readonly string _subject;

    /// <param name="map">The map.</param>
    /// <param name="subject">What the map describes, as a message names it: <c>table "orders"</c>.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="allowed">The keys that may stand in it.</param>
    internal MapFields(YamlMap map, string subject, ProblemList problems, params ReadOnlySpan<string> allowed)
    {
        Line = map.Line;
        _problems = problems;
        _subject = subject;
        foreach (YamlEntry entry in map.Entries)
        {
            if (allowed.Contains(entry.Key))
            {
                _entries.Add(entry.Key, entry);
            }
            else
            {
                problems.Add(
                    entry.Line,
                    MappingProblemCodes.UnknownKey,
                    $"{subject} has the unknown key \"{entry.Key}\"; {NearName.Hint(entry.Key, allowed.ToArray())}.");
            }
        }
    }

    /// <summary>Gets the line on which the map begins.</summary>
    internal int Line { get; }

    /// <summary>Says whether a key is there, null or not.</summary>
    internal bool Has(string key) => _entries.ContainsKey(key);

    /// <summary>Returns the line of a key, or the map's own when the key is absent.</summary>
    internal int LineOf(string key) => _entries.TryGetValue(key, out YamlEntry? entry) ? entry.Line : Line;

    /// <summary>Returns a text, or null when the key is absent or null.</summary>
    internal string? Text(string key)
    {
        switch (Value(key))
        {
            case null:
                return null;
            case YamlScalar scalar:
                return scalar.Text;
            default:
                WrongShape(key, "one value");
                return null;
        }
    }

    /// <summary>Returns a text that must be there; a problem is noted and an empty text returned when it is not.</summary>
    internal string RequiredText(string key)
    {
        string? text = Text(key);
        if (string.IsNullOrWhiteSpace(text) && Value(key) is null or YamlScalar)
        {
            _problems.Add(LineOf(key), MappingProblemCodes.MissingKey, $"{_subject} must have the key \"{key}\" with a value.");
        }

        return text ?? "";
    }

    /// <summary>Returns true or false, or null when the key is absent.</summary>
    internal bool? Flag(string key) => Text(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        { } other => WrongValue<bool>(key, other, "true or false"),
    };

    /// <summary>Returns a whole number, or null when the key is absent.</summary>
    internal int? Whole(string key) => Text(key) switch
    {
        null => null,
        { } text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) => number,
        { } other => WrongValue<int>(key, other, "a whole number"),
    };

    /// <summary>Returns one of a fixed set of words, or null when the key is absent.</summary>
    internal string? Word(string key, params string[] allowed)
    {
        string? text = Text(key);
        if (text is null || allowed.Contains(text))
        {
            return text;
        }

        _problems.Add(LineOf(key), MappingProblemCodes.BadValue, $"{_subject}: {key} is \"{text}\"; {NearName.Hint(text, allowed)}.");
        return null;
    }

    /// <summary>Returns a list of texts, or null when the key is absent.</summary>
    internal IReadOnlyList<string>? Texts(string key)
    {
        switch (Value(key))
        {
            case null:
                return null;
            case YamlList list when list.Items.All(item => item is YamlScalar):
                return [.. list.Items.Select(item => ((YamlScalar)item).Text)];
            default:
                WrongShape(key, "a list of names");
                return null;
        }
    }

    /// <summary>Returns the entries of a map, none when the key is absent.</summary>
    internal IReadOnlyList<YamlEntry> Entries(string key)
    {
        switch (Value(key))
        {
            case null:
                return [];
            case YamlMap map:
                return map.Entries;
            default:
                WrongShape(key, "keys with values");
                return [];
        }
    }

    /// <summary>Returns the node of a key, or null when the key is absent or null.</summary>
    internal YamlNode? Value(string key) =>
        _entries.TryGetValue(key, out YamlEntry? entry) && entry.Value is not YamlScalar { IsNull: true } ? entry.Value : null;

    private T? WrongValue<T>(string key, string value, string allowed)
        where T : struct
    {
        _problems.Add(LineOf(key), MappingProblemCodes.BadValue, $"{_subject}: {key} is \"{value}\"; it must be {allowed}.");
        return null;
    }

    private void WrongShape(string key, string allowed) =>
        _problems.Add(LineOf(key), MappingProblemCodes.WrongShape, $"{_subject}: {key} must be {allowed}.");
}
