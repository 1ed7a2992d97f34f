using ProdSales.Sources.Mappings.Yaml;

namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>Reads value maps, named or written in place.</summary>
internal static class ValueMapReading
{
    /// <summary>Reads the section <c>maps</c>.</summary>
    internal static IReadOnlyDictionary<string, ValueMap> ReadNamed(MapFields head, ProblemList problems)
    {
        Dictionary<string, ValueMap> maps = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in head.Entries("maps"))
        {
            if (entry.Value is YamlMap map)
            {
                maps.Add(entry.Key, Read(map, $"map \"{entry.Key}\"", problems));
            }
            else
            {
                problems.Add(entry.Line, MappingProblemCodes.WrongShape, $"map \"{entry.Key}\" must hold values with what they become.");
            }
        }

        return maps;
    }

    /// <summary>Reads one map of values.</summary>
    internal static ValueMap Read(YamlMap map, string subject, ProblemList problems)
    {
        List<KeyValuePair<string, string?>> values = [];
        foreach (YamlEntry entry in map.Entries)
        {
            if (entry.Value is YamlScalar scalar)
            {
                values.Add(new(entry.Key, scalar.IsNull ? null : scalar.Text));
            }
            else
            {
                problems.Add(entry.Line, MappingProblemCodes.WrongShape, $"{subject}: \"{entry.Key}\" must become one value.");
            }
        }

        return new ValueMap(map.Line, values);
    }
}
