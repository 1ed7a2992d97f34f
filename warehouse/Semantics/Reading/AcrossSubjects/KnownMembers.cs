namespace ProdSales.Semantics;

/// <summary>Finds the measures and dimensions that a definition names, whatever subject they are of; a name that is not there is a defect.</summary>
internal sealed class KnownMembers(IReadOnlyCollection<Subject> subjects, IReadOnlyCollection<Dimension> dimensions)
{
    internal Measure? MeasureOf(YamlMap entry, string key, string written)
    {
        Measure? measure = written.Split('.') is [var subject, var name] ? subjects.FirstOrDefault(known => known.Name == subject)?.Measure(name) : null;
        if (measure is null && written.Length > 0)
        {
            IEnumerable<string> known = subjects.SelectMany(subject => subject.Measures).Select(other => $"{other.Subject}.{other.Name}");
            entry.Refuse(key, UnknownFaults.Measure(written, known));
        }

        return measure;
    }

    internal Dimension? DimensionOf(YamlMap entry, string key, string name)
    {
        Dimension? found = dimensions.FirstOrDefault(dimension => dimension.Name == name);
        if (found is null)
        {
            entry.Refuse(key, UnknownFaults.Dimension(name, dimensions.Select(known => known.Name)));
        }

        return found;
    }

    /// <summary>The dimensions named by <c>by</c>, at least one, each reached by every measure.</summary>
    internal Dimension[] By(YamlMap entry, params IEnumerable<Measure> measures)
    {
        Dimension[] by = [.. entry.Texts("by").Select(dimension => DimensionOf(entry, "by", dimension)).OfType<Dimension>()];
        if (by.Length == 0)
        {
            entry.Refuse("by", CrossFaults.ByNothing());
        }

        foreach (Measure measure in measures)
        {
            foreach (Dimension dimension in by.Where(dimension => measure.Aggregates().Any(part => !part.Fact.Reaches(dimension))))
            {
                entry.Refuse("by", CrossFaults.NotReached(measure.QualifiedName, dimension.Name));
            }
        }

        return by;
    }
}
