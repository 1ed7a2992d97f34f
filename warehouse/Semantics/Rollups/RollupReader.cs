namespace ProdSales.Semantics;

/// <summary>Reads the rollups that a subject declares.</summary>
internal static class RollupReader
{
    private static readonly Dictionary<string, TimeGrain> Grains = new(StringComparer.Ordinal) { ["day"] = TimeGrain.Day, ["month"] = TimeGrain.Month };

    internal static IReadOnlyList<Rollup> Read(YamlMap map, Subject subject, HashSet<string> takenNames) =>
        [.. map.Maps("rollups").Select(entry => Declared(entry, subject, takenNames)).OfType<Rollup>()];

    private static Rollup? Declared(YamlMap entry, Subject subject, HashSet<string> takenNames)
    {
        entry.Allow("name", "fact", "grain", "by", "measures");
        string name = entry.Name("name");
        if (!takenNames.Add(name))
        {
            entry.Refuse("name", NameFaults.Twice(NameFaults.Rollup, name));
        }

        TimeGrain grain = entry.OneOf("grain", Grains);
        if (FactOf(entry, subject) is not { } fact)
        {
            return null;
        }

        Dimension[] dimensions = [.. entry.Texts("by").Select(by => DimensionOf(entry, subject, fact, by)).OfType<Dimension>()];
        Measure[] measures = [.. entry.Texts("measures").Select(measure => MeasureOf(entry, subject, measure)).OfType<Measure>()];
        RollupSum[] sums = [.. Sums(entry, fact, measures)];
        if (sums.Length == 0)
        {
            entry.Refuse("measures", RollupFaults.HoldsNothing(name));
        }

        return new Rollup(name, fact, grain, dimensions, sums, entry.Place);
    }

    private static Fact? FactOf(YamlMap entry, Subject subject)
    {
        string name = entry.Name("fact");
        if (subject.Facts.FirstOrDefault(known => known.Name == name) is not { } fact)
        {
            entry.Refuse("fact", UnknownFaults.FactOf(subject.Name, name, subject.Facts.Select(known => known.Name)));
            return null;
        }

        if (!Keepable.IsKept(fact))
        {
            entry.Refuse("fact", RollupFaults.FactNotKept(name));
            return null;
        }

        return fact;
    }

    private static Dimension? DimensionOf(YamlMap entry, Subject subject, Fact fact, string name)
    {
        if (subject.Dimension(name) is { } dimension && fact.Reaches(dimension))
        {
            return dimension;
        }

        entry.Refuse("by", UnknownFaults.DimensionOf(fact.Name, name, subject.Dimensions.Where(fact.Reaches).Select(known => known.Name)));
        return null;
    }

    private static Measure? MeasureOf(YamlMap entry, Subject subject, string name)
    {
        if (subject.Measure(name) is { } measure)
        {
            return measure;
        }

        entry.Refuse("measures", UnknownFaults.MeasureOf(subject.Name, name, subject.Measures.Select(known => known.Name)));
        return null;
    }

    private static List<RollupSum> Sums(YamlMap entry, Fact fact, IEnumerable<Measure> measures)
    {
        List<RollupSum> sums = [];
        HashSet<string> columns = new(StringComparer.Ordinal);
        foreach (Measure measure in measures)
        {
            foreach (Aggregate part in measure.Aggregates().Where(part => ReferenceEquals(part.Fact, fact)))
            {
                if (!Keepable.IsKept(part))
                {
                    entry.Refuse("measures", RollupFaults.NotAdditive(measure.Name));
                }
                else if (!sums.Exists(held => held.Holds(part)))
                {
                    sums.Add(new RollupSum(part, NewColumn(columns, $"{measure.Name}_sum", 1)));
                }
            }
        }

        return sums;
    }

    private static string NewColumn(HashSet<string> taken, string name, int number)
    {
        string column = number == 1 ? name : $"{name}_{number}";
        return taken.Add(column) ? column : NewColumn(taken, name, number + 1);
    }
}
