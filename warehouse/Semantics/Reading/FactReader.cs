namespace ProdSales.Semantics;

/// <summary>Reads the facts of one subject.</summary>
internal static class FactReader
{
    private static readonly Dictionary<string, Window> OfSnapshots =
        Windows.ByWord.Where(pair => pair.Value.IsOfSnapshots()).ToDictionary(StringComparer.Ordinal);

    internal static Fact Read(YamlMap entry, IReadOnlyCollection<Dimension> dimensions)
    {
        entry.Allow("name", "table", "source", "tables", "fillers", "time", "where", "window", "dimensions", "mixes", "keys", "document", "tells");
        string? table = entry.OptionalName("table");
        string? source = entry.Optional("source");
        if (table is null == source is null)
        {
            entry.Refuse("name", ModelDefectCodes.FactWithoutRows, "A fact takes its rows from either \"table\" or \"source\".");
        }

        if (source is not null && entry.Texts("tables").Count == 0)
        {
            entry.Refuse("source", ModelDefectCodes.MissingKey, "A fact with a \"source\" must name the \"tables\" that it reads.");
        }

        return new Fact
        {
            Name = entry.Name("name"),
            Relation = table ?? $"({source?.Trim()})",
            Tables = table is null ? entry.Texts("tables") : [table],
            Time = entry.Name("time"),
            Condition = Condition(entry),
            Fillers = entry.Texts("fillers"),
            Tells = entry.Texts("tells"),
            Window = entry.Optional("window") is null ? Window.Period : entry.OneOf("window", OfSnapshots),
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

    private static bool IsKnown(YamlMap entry, string name, IReadOnlyCollection<Dimension> dimensions)
    {
        bool isKnown = dimensions.Any(dimension => dimension.Name == name);
        if (!isKnown)
        {
            entry.Refuse("mixes", ModelDefectCodes.UnknownDimension, $"\"{name}\" is no dimension; {Names.Nearest(name, dimensions.Select(known => known.Name))}.");
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
            entry.Refuse("where", ModelDefectCodes.FormulaUnreadable, $"\"where\" cannot be read: {error.Message}.");
            return null;
        }
    }

    private static Dictionary<string, string> Reach(YamlMap entry, IReadOnlyCollection<Dimension> dimensions)
    {
        Dictionary<string, string> reach = new(StringComparer.Ordinal);
        if (entry.Map("dimensions") is not { } map)
        {
            entry.Refuse("dimensions", ModelDefectCodes.MissingKey, "\"dimensions\" is missing.");
            return reach;
        }

        foreach (string name in map.Keys)
        {
            if (dimensions.All(dimension => dimension.Name != name))
            {
                map.Refuse(name, ModelDefectCodes.UnknownDimension, $"\"{name}\" is no dimension; {Names.Nearest(name, dimensions.Select(known => known.Name))}.");
            }
            else
            {
                reach[name] = map.Name(name);
            }
        }

        return reach;
    }
}
