namespace ProdSales.Semantics;

/// <summary>Reads conformed dimensions and hierarchies.</summary>
internal sealed class DimensionReader
{
    private readonly Dictionary<string, Dimension> _byName = new(StringComparer.Ordinal);
    private readonly List<Hierarchy> _hierarchies = [];

    internal IReadOnlyList<Dimension> Dimensions => [.. _byName.Values];

    internal IReadOnlyList<Hierarchy> Hierarchies => _hierarchies;

    internal void Read(YamlMap file)
    {
        file.Allow("dimensions", "hierarchies");
        foreach (YamlMap entry in file.Maps("dimensions"))
        {
            ReadDimension(entry);
        }

        foreach (YamlMap entry in file.Maps("hierarchies"))
        {
            ReadHierarchy(entry);
        }
    }

    private void ReadDimension(YamlMap entry)
    {
        entry.Allow("name", "label", "table", "key", "durable_key", "id", "title", "order", "attributes", "bridge");
        string name = entry.Name("name");
        string? tableName = entry.OptionalName("table");
        if (tableName is null)
        {
            Add(entry, new(name, entry.Localised("label"), null, null, null, name, entry.Place) { Bridge = entry.Map("bridge") is { } bridge ? BridgeOf(bridge) : null });
            return;
        }

        DimensionTable table = new(tableName, entry.Name("key"));
        string? durable = entry.OptionalName("durable_key");
        MemberIdentity member = new(durable ?? table.Key, entry.OptionalName("id"), durable is not null, entry.OptionalName("order"));
        Add(entry, new(name, entry.Localised("label"), table, entry.Name("title"), member, name, entry.Place));
        foreach (YamlMap attribute in entry.Maps("attributes"))
        {
            attribute.Allow("name", "label", "column");
            string attributeName = attribute.Name("name");
            Add(attribute, new(attributeName, attribute.Localised("label"), table, attribute.OptionalName("column") ?? attributeName, null, name, attribute.Place));
        }
    }

    private static DimensionBridge BridgeOf(YamlMap map)
    {
        map.Allow("source", "key", "value", "others");
        string value = map.Name("value");
        return new DimensionBridge($"({map.Required("source").Trim()})", map.Name("key"), value) { Others = [.. map.Maps("others").Select(other => OtherOf(other, value))] };
    }

    private static DimensionBridge OtherOf(YamlMap map, string value)
    {
        map.Allow("source", "key");
        return new DimensionBridge($"({map.Required("source").Trim()})", map.Name("key"), value);
    }

    private void ReadHierarchy(YamlMap entry)
    {
        entry.Allow("name", "label", "levels");
        List<Dimension> levels = [];
        foreach (string level in entry.Texts("levels"))
        {
            if (_byName.TryGetValue(level, out Dimension? dimension))
            {
                levels.Add(dimension);
            }
            else
            {
                entry.Refuse("levels", UnknownFaults.Dimension(level, _byName.Keys));
            }
        }

        string name = entry.Name("name");
        if (_hierarchies.Exists(other => other.Name == name))
        {
            entry.Refuse("name", NameFaults.Twice(NameFaults.Hierarchy, name));
        }

        _hierarchies.Add(new(name, entry.Localised("label"), levels));
    }

    private void Add(YamlMap entry, Dimension dimension)
    {
        if (!_byName.TryAdd(dimension.Name, dimension))
        {
            entry.Refuse("name", NameFaults.Twice(NameFaults.Dimension, dimension.Name));
        }
    }
}
