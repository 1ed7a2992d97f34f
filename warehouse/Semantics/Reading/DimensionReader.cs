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
        entry.Allow("name", "label", "table", "key", "durable_key", "id", "title", "order", "attributes");
        string name = entry.Required("name");
        string? tableName = entry.Optional("table");
        if (tableName is null)
        {
            Add(entry, new(name, entry.Localised("label"), null, null, null, name));
            return;
        }

        DimensionTable table = new(tableName, entry.Required("key"));
        string? durable = entry.Optional("durable_key");
        MemberIdentity member = new(durable ?? table.Key, entry.Optional("id"), durable is not null, entry.Optional("order"));
        Add(entry, new(name, entry.Localised("label"), table, entry.Required("title"), member, name));
        foreach (YamlMap attribute in entry.Maps("attributes"))
        {
            attribute.Allow("name", "label", "column");
            string attributeName = attribute.Required("name");
            Add(attribute, new(attributeName, attribute.Localised("label"), table, attribute.Optional("column") ?? attributeName, null, name));
        }
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
                entry.Refuse("levels", "unknown-dimension", $"Level \"{level}\" is no dimension; {Names.Nearest(level, _byName.Keys)}.");
            }
        }

        _hierarchies.Add(new(entry.Required("name"), entry.Localised("label"), levels));
    }

    private void Add(YamlMap entry, Dimension dimension)
    {
        if (!_byName.TryAdd(dimension.Name, dimension))
        {
            entry.Refuse("name", "name-taken", $"Dimension \"{dimension.Name}\" is defined twice.");
        }
    }
}
