namespace ProdSales.Semantics;

/// <summary>Reads which measures are held against each other.</summary>
internal sealed class CrossReader(IReadOnlyCollection<Subject> subjects, IReadOnlyCollection<Dimension> dimensions)
{
    private static readonly Dictionary<string, TimeGrain> Steps =
        Enum.GetValues<TimeGrain>().ToDictionary(grain => grain.ToString().ToLowerInvariant(), StringComparer.Ordinal);

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
        Dimension[] by = [.. entry.Texts("by").Select(dimension => DimensionOf(entry, "by", dimension)).OfType<Dimension>()];
        if (by.Length == 0)
        {
            entry.Refuse("by", CrossFaults.ByNothing());
        }

        foreach (Measure measure in new[] { x, y, control }.OfType<Measure>())
        {
            foreach (Dimension dimension in by.Where(dimension => measure.Aggregates().Any(part => !part.Fact.Reaches(dimension))))
            {
                entry.Refuse("by", CrossFaults.NotReached(measure.QualifiedName, dimension.Name));
            }
        }

        TimeGrain? step = entry.Optional("step") is null ? null : entry.OneOf("step", Steps);
        return x is null || y is null || by.Length == 0 ? null : new Cross(name, entry.Localised("label"), entry.Localised("description"), x, y, control, by, step, Fixed(entry), entry.Place);
    }

    private MemberFilter[] Fixed(YamlMap entry) => entry.Map("fixed") is { } map
        ? [.. map.Keys.Select(name => DimensionOf(map, name, name) is { } dimension ? new MemberFilter(dimension, false, false, [map.Required(name)]) : null).OfType<MemberFilter>()]
        : [];

    private Measure? MeasureOf(YamlMap entry, string key)
    {
        string written = entry.Required(key);
        Measure? measure = written.Split('.') is [var subject, var name] ? subjects.FirstOrDefault(known => known.Name == subject)?.Measure(name) : null;
        if (measure is null && written.Length > 0)
        {
            IEnumerable<string> known = subjects.SelectMany(subject => subject.Measures).Select(other => $"{other.Subject}.{other.Name}");
            entry.Refuse(key, UnknownFaults.Measure(written, known));
        }

        return measure;
    }

    private Dimension? DimensionOf(YamlMap entry, string key, string name)
    {
        Dimension? found = dimensions.FirstOrDefault(dimension => dimension.Name == name);
        if (found is null)
        {
            entry.Refuse(key, UnknownFaults.Dimension(name, dimensions.Select(known => known.Name)));
        }

        return found;
    }
}
