using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.BruteForce.Questions;

/// <summary>Looks for the smallest question that still goes wrong.</summary>
internal static class SmallerQuestions
{
    internal static MetricQuery Of(MetricQuery query, Func<MetricQuery, bool> isWrong)
    {
        while (Steps(query).FirstOrDefault(isWrong) is { } smaller)
        {
            query = smaller;
        }

        return query;
    }

    private static IEnumerable<MetricQuery> Steps(MetricQuery query)
    {
        foreach (MemberFilter filter in query.Filters)
        {
            yield return query with { Filters = [.. query.Filters.Where(other => other != filter)] };
        }

        if (query.Unconnected.Count > 0)
        {
            yield return query with { Unconnected = new HashSet<string>(StringComparer.Ordinal) };
        }

        if (!query.History.IsAsWas)
        {
            yield return query with { History = History.AsWas };
        }

        foreach (IReadOnlyList<CutRequest> cuts in Steps(query.Cuts).Where(cuts => cuts.Count > 0))
        {
            yield return query with { Cuts = cuts };
        }
    }

    private static IEnumerable<IReadOnlyList<CutRequest>> Steps(IReadOnlyList<CutRequest> cuts)
    {
        for (int i = 0; i < cuts.Count; i++)
        {
            yield return [.. cuts.Take(i), .. cuts.Skip(i + 1)];
            foreach (CutRequest smaller in Steps(cuts[i]))
            {
                yield return [.. cuts.Take(i), smaller, .. cuts.Skip(i + 1)];
            }
        }
    }

    private static IEnumerable<CutRequest> Steps(CutRequest cut)
    {
        foreach (IReadOnlyList<CutRequest> inner in Steps(cut.Cuts))
        {
            yield return cut with { Cuts = inner };
        }

        foreach (MeasureRequest request in cut.Measures)
        {
            yield return cut with { Measures = [.. cut.Measures.Where(other => other != request)] };
        }

        foreach (ValueCondition condition in cut.Values)
        {
            yield return cut with { Values = [.. cut.Values.Where(other => other != condition)] };
        }

        if (cut.EveryStep)
        {
            yield return cut with { EveryStep = false };
        }

        if (cut.Names.Count > 0)
        {
            yield return cut with { Names = [] };
        }

        if (cut.First is not null)
        {
            yield return cut with { First = null };
        }

        if (cut.Order is not null)
        {
            yield return cut with { Order = null };
        }
    }
}
