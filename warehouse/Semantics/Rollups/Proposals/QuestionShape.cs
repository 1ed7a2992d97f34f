namespace ProdSales.Semantics;

/// <summary>What the passes of many questions over a fact have in common: what a rollup would have to hold to serve them. No value that was asked for is in it.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="IsMonthly">Whether sums by month would do; else by day.</param>
/// <param name="Dimensions">Names of what it is cut and filtered by, in order, parted by commas.</param>
/// <param name="Measures">Names of the measures whose sums it needs, in order, parted by commas.</param>
public sealed record QuestionShape(string Fact, bool IsMonthly, string Dimensions, string Measures)
{
    /// <summary>The shape of a pass, or null where no rollup could serve it: it counts different values, reads snapshots or a statement, or was served by one.</summary>
    internal static QuestionShape? Of(SemanticModel model, MetricQuery query, FactScan scan)
    {
        Fact fact = scan.Source.Fact;
        if (scan.Rollup is not null || !Keepable.IsKept(fact) || scan.Source.Window.IsOfSnapshots() || scan.Source.Through is not null
            || OwnerOf(model, fact.Name) is not { } owner)
        {
            return null;
        }

        string?[] measures = [.. scan.Aggregates.Select(part => MeasureThatSums(part.Aggregate, owner)).Distinct(StringComparer.Ordinal)];
        return measures.Length == 0 || Array.Exists(measures, measure => measure is null)
            ? null
            : new QuestionShape(fact.Name, RollupRouting.MonthsDo(query, scan), Joined(DimensionsOf(query, scan)), Joined(measures.OfType<string>()));
    }

    /// <summary>The subject that declares a fact; others may share it.</summary>
    internal static Subject? OwnerOf(SemanticModel model, string fact) => model.Subjects.FirstOrDefault(subject =>
        subject.Facts.FirstOrDefault(known => known.Name == fact) is { } own && subject.Measures.Any(measure => measure.Place.File == own.Place.File));

    /// <summary>The parts of a list of names.</summary>
    internal static string[] Parts(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries);

    internal static string Joined(IEnumerable<string> names) => string.Join(',', names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string? MeasureThatSums(Aggregate asked, Subject owner) => owner.Measures
        .Select(measure => (measure.Name, Parts: measure.Aggregates().Where(part => ReferenceEquals(part.Fact, asked.Fact)).ToArray()))
        .Where(measure => Array.Exists(measure.Parts, part => RollupSum.AreSame(part, asked)) && Array.TrueForAll(measure.Parts, Keepable.IsKept))
        .OrderBy(measure => measure.Parts.Length)
        .Select(measure => measure.Name)
        .FirstOrDefault();

    // Attributes of another day than that of the row are reached through the key of the member, and so are all of a member that is needed anyway.
    private static IEnumerable<string> DimensionsOf(MetricQuery query, FactScan scan)
    {
        Fact fact = scan.Source.Fact;
        IEnumerable<Dimension> asked = scan.KeySets.SelectMany(set => set).Select(key => key.Dimension).OfType<Dimension>().Concat(query.Filters.Select(filter => filter.Dimension));
        string[] names =
        [
            .. asked.Select(dimension => query.History.IsAsWas || fact.Reach.ContainsKey(dimension.Name) ? dimension : null).OfType<Dimension>()
                .Concat(query.Scope.Predicates.Select(predicate => predicate.Dimension)).Select(dimension => dimension.Name),
            .. asked.Where(dimension => !query.History.IsAsWas && !fact.Reach.ContainsKey(dimension.Name)).Select(dimension => dimension.Owner),
        ];
        Dictionary<string, string> owners = asked.Concat(query.Scope.Predicates.Select(predicate => predicate.Dimension))
            .DistinctBy(dimension => dimension.Name).ToDictionary(dimension => dimension.Name, dimension => dimension.Owner, StringComparer.Ordinal);
        return names.Where(name => fact.Reach.ContainsKey(name) || !names.Contains(owners[name], StringComparer.Ordinal) || owners[name] == name);
    }
}
