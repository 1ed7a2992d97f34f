namespace ProdSales.Semantics;

/// <summary>Reads which measures are held against each other.</summary>
internal sealed class CrossReader(IReadOnlyCollection<Subject> subjects, IReadOnlyCollection<Dimension> dimensions)
{
    private static readonly Dictionary<string, TimeGrain> Steps =
        Enum.GetValues<TimeGrain>().ToDictionary(grain => grain.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private readonly KnownMembers _known = new(subjects, dimensions);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    internal IEnumerable<Cross> ReadAll(YamlMap file)
    {
        file.Allow("crosses");
        return [.. file.Maps("crosses").Select(Read).OfType<Cross>()];
    }

    private Cross? Read(YamlMap entry)
    {
        entry.Allow("name", "label", "description", "x", "y", "control", "by", "step", "fixed");
        string name = entry.Name("name");
        if (!_names.Add(name))
        {
            entry.Refuse("name", NameFaults.Twice(NameFaults.Cross, name));
        }

        Measure? x = MeasureOf(entry, "x");
        Measure? y = MeasureOf(entry, "y");
        Measure? control = entry.Optional("control") is null ? null : MeasureOf(entry, "control");
        Dimension[] by = _known.By(entry, new[] { x, y, control }.OfType<Measure>());
        TimeGrain? step = entry.Optional("step") is null ? null : entry.OneOf("step", Steps);
        return x is null || y is null || by.Length == 0 ? null : new Cross(name, entry.Localised("label"), entry.Localised("description"), x, y, control, by, step, Fixed(entry), entry.Place);
    }

    private MemberFilter[] Fixed(YamlMap entry) => entry.Map("fixed") is { } map
        ? [.. map.Keys.Select(name => _known.DimensionOf(map, name, name) is { } dimension ? new MemberFilter(dimension, false, false, [map.Required(name)]) : null).OfType<MemberFilter>()]
        : [];

    private Measure? MeasureOf(YamlMap entry, string key) => _known.MeasureOf(entry, key, entry.Required(key));
}
