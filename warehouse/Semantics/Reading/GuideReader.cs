namespace ProdSales.Semantics;

/// <summary>Reads how the changes of a subject's measures are explained.</summary>
internal static class GuideReader
{
    internal static ExplanationGuide Read(YamlMap map, Subject subject, IReadOnlyCollection<Subject> subjects) => new(
        [.. map.Texts("explain").Select(name => Dimension(map, "explain", subject, name)).OfType<Dimension>()],
        [.. map.Maps("causes").Select(entry => Cause(entry, subject, subjects)).OfType<CauseRule>()],
        [.. map.Maps("bridges").Select(entry => Bridge(entry, subject))]);

    private static Dimension? Dimension(YamlMap map, string key, Subject subject, string name)
    {
        if (subject.Dimension(name) is { } dimension)
        {
            return dimension;
        }

        map.Refuse(key, UnknownFaults.DimensionOf(subject.Name, name, subject.Dimensions.Select(known => known.Name)));
        return null;
    }

    private static CauseRule? Cause(YamlMap entry, Subject subject, IReadOnlyCollection<Subject> subjects)
    {
        entry.Allow("of", "measure", "by");
        CheckMeasures(entry, subject);
        string written = entry.Required("measure");
        string[] parts = written.Split('.');
        Subject? owner = parts.Length == 1 ? subject : subjects.FirstOrDefault(known => known.Name == parts[0]);
        if (owner?.Measure(parts[^1]) is not { } measure)
        {
            entry.Refuse("measure", UnknownFaults.Measure(written, (owner ?? subject).Measures.Select(known => parts.Length == 1 ? known.Name : known.QualifiedName)));
            return null;
        }

        string? by = entry.OptionalName("by");
        return by is not null && Dimension(entry, "by", owner, by) is null ? null : new CauseRule(entry.Texts("of"), owner.Name, measure.Name, by, entry.Place);
    }

    private static BridgeRule Bridge(YamlMap entry, Subject subject)
    {
        entry.Allow("of", "leaf", "quantity", "list", "discount", "net", "cost");
        string of = entry.Required("of");
        if (subject.Measure(of) is null)
        {
            entry.Refuse("of", UnknownFaults.MeasureOf(subject.Name, of, subject.Measures.Select(known => known.Name)));
        }

        string leaf = entry.Name("leaf");
        Dimension(entry, "leaf", subject, leaf);
        return new BridgeRule(of, leaf, entry.Name("quantity"), entry.Name("list"), entry.OptionalName("discount"), entry.Name("net"), entry.Name("cost"), entry.Place);
    }

    private static void CheckMeasures(YamlMap entry, Subject subject)
    {
        foreach (string name in entry.Texts("of").Where(name => subject.Measure(name) is null))
        {
            entry.Refuse("of", UnknownFaults.MeasureOf(subject.Name, name, subject.Measures.Select(known => known.Name)));
        }
    }
}
