using System.Globalization;

namespace ProdSales.Semantics;

/// <summary>Reads the facts of one subject.</summary>
internal static class FactReader
{
    private const int MostDays = 366;

    private static readonly Dictionary<string, bool> Flags = new(StringComparer.Ordinal) { ["true"] = true, ["false"] = false };

    private static readonly Dictionary<string, Window> OfSnapshots =
        Windows.ByWord.Where(pair => pair.Value.IsOfSnapshots()).ToDictionary(StringComparer.Ordinal);

    internal static Fact Read(YamlMap entry, IReadOnlyCollection<Dimension> dimensions)
    {
        entry.Allow("name", "table", "source", "tables", "fillers", "time", "ahead", "where", "window", "days", "series", "dimensions", "mixes", "keys", "document", "tells");
        string? table = entry.OptionalName("table");
        string? source = entry.Optional("source");
        if (table is null == source is null)
        {
            entry.Refuse("name", FactFaults.WithoutRows());
        }

        if (source is not null && entry.Texts("tables").Count == 0)
        {
            entry.Refuse("source", FactFaults.SourceWithoutTables());
        }

        if (entry.Optional("window") is null && entry.Keys.Intersect(["days", "series"], StringComparer.Ordinal).FirstOrDefault() is { } only)
        {
            entry.Refuse(only, FactFaults.NoSnapshots(only));
        }

        return new Fact
        {
            Name = entry.Name("name"),
            Relation = table ?? $"({source?.Trim()})",
            Tables = table is null ? entry.Texts("tables") : [table],
            Time = entry.Name("time"),
            IsAhead = entry.Optional("ahead") is not null && entry.OneOf("ahead", Flags),
            Condition = Condition(entry),
            Fillers = entry.Texts("fillers"),
            Tells = entry.Texts("tells"),
            Window = entry.Optional("window") is null ? Window.Period : entry.OneOf("window", OfSnapshots),
            Days = entry.Optional("days")?.Trim(),
            Series = Series(entry),
            Reach = Reach(entry, dimensions),
            Mixes = [.. entry.Texts("mixes").Where(name => IsKnown(entry, name, dimensions))],
            Keys = entry.Texts("keys") is { Count: > 0 } keys ? keys : ["source_key", "source_id"],
            Document = Document(entry),
            Place = entry.Place,
        };
    }

    // A row with keys of its own is made from several, so that it says itself whether it has a document.
    private static DocumentColumns? Document(YamlMap entry)
    {
        if (entry.Map("document") is not { } map)
        {
            return entry.Texts("keys").Count > 0 ? null : new DocumentColumns("source_id", null);
        }

        map.Allow("id", "line");
        return new DocumentColumns(map.Name("id"), map.OptionalName("line"));
    }

    private static SnapshotSeries? Series(YamlMap entry)
    {
        if (entry.Map("series") is not { } map)
        {
            return null;
        }

        map.Allow("column", "lasts_days");
        if (entry.Optional("days") is not null)
        {
            entry.Refuse("series", FactFaults.DaysAndSeries());
        }

        string? lasts = map.Optional("lasts_days");
        bool isCount = int.TryParse(lasts, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days is > 0 and <= MostDays;
        if (lasts is not null && !isCount)
        {
            map.Refuse("lasts_days", FactFaults.LastsOutOfRange(lasts, MostDays));
        }

        return new SnapshotSeries(map.Name("column"), isCount ? days : null);
    }

    private static bool IsKnown(YamlMap entry, string name, IReadOnlyCollection<Dimension> dimensions)
    {
        bool isKnown = dimensions.Any(dimension => dimension.Name == name);
        if (!isKnown)
        {
            entry.Refuse("mixes", UnknownFaults.Dimension(name, dimensions.Select(known => known.Name)));
        }

        return isKnown;
    }

    private static SqlFragment? Condition(YamlMap entry)
    {
        try
        {
            return entry.Optional("where") is { } text ? FormulaParser.Condition(text) : null;
        }
        catch (FormulaException error)
        {
            entry.Refuse("where", FactFaults.ConditionUnreadable(error.Reason));
            return null;
        }
    }

    private static Dictionary<string, string> Reach(YamlMap entry, IReadOnlyCollection<Dimension> dimensions)
    {
        Dictionary<string, string> reach = new(StringComparer.Ordinal);
        if (entry.Map("dimensions") is not { } map)
        {
            entry.Refuse("dimensions", FileFaults.Missing("dimensions"));
            return reach;
        }

        foreach (string name in map.Keys)
        {
            if (dimensions.All(dimension => dimension.Name != name))
            {
                map.Refuse(name, UnknownFaults.Dimension(name, dimensions.Select(known => known.Name)));
            }
            else
            {
                reach[name] = map.Name(name);
            }
        }

        return reach;
    }
}
