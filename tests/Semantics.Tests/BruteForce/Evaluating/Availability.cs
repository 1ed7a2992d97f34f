using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating;

/// <summary>Whether any number of a measure would be right in a cut.</summary>
internal static class Availability
{
    internal static bool Of(Measure measure, MetricQuery query, IReadOnlyList<CutRequest> path)
    {
        Fact[] facts = [.. measure.Aggregates().Select(part => part.Fact).Distinct()];
        string[] cutBy = [.. path.Select(cut => cut.Dimension?.Name).OfType<string>()];
        return !(IsParted(path) && HasStepsOfItsOwn(measure))
            && !measure.Sources.Any(query.Unconnected.Contains)
            && measure.Per.All(per => cutBy.Contains(per, StringComparer.Ordinal) || query.Filters.Any(filter => filter.Dimension.Name == per && !filter.IsExcluding && filter.Values.Count == 1))
            && query.Filters.All(filter => facts.All(fact => Reaches(fact, filter.Dimension)))
            && path.Select(cut => cut.Dimension).OfType<Dimension>().All(dimension => facts.All(fact => Reaches(fact, dimension)));
    }

    // A week may lie in two months or years: neither part of it has a last day, a balance or a number of days of its own that anybody would ask for.
    private static bool IsParted(IReadOnlyList<CutRequest> path) =>
        path.Any(cut => cut.Grain is TimeGrain.Week) && path.Any(cut => cut.Grain is TimeGrain.Month or TimeGrain.Quarter or TimeGrain.Year);

    private static bool HasStepsOfItsOwn(Measure measure) =>
        measure.Aggregates().Any(part => part.Window != Window.Period) || measure.Formula.ToString().Contains(nameof(PeriodDays), StringComparison.Ordinal);

    // A dimension is reached by its own column or through the member that it is an attribute of.
    internal static bool Reaches(Fact fact, Dimension dimension) => fact.Reach.Keys.Any(name => name == dimension.Name || name == dimension.Owner);
}
