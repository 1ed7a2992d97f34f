namespace ProdSales.Semantics;

/// <summary>Writes one aggregate over the rows of a fact.</summary>
internal static class AggregateSql
{
    /// <summary>The aggregate.</summary>
    /// <param name="aggregate">The aggregate; no rolled yield.</param>
    /// <param name="bound">Writes a piece of the model over the fact's alias.</param>
    internal static string Of(Aggregate aggregate, Func<SqlFragment, string> bound)
    {
        // A filtered sum by CASE took four fifths of the time of FILTER on 10 million rows; a filtered count is faster by FILTER.
        if (aggregate is { Function: AggregateFunction.Sum, Argument: { } summed, Filter: { } kept })
        {
            return $"sum(CASE WHEN {bound(kept)} THEN {bound(summed)} END)";
        }

        string argument = aggregate.Argument is { } value ? bound(value) : "*";
        string filter = aggregate.Filter is { } rows ? $" FILTER (WHERE {bound(rows)})" : "";
        return aggregate.Function switch
        {
            AggregateFunction.Sum => $"sum({argument})",
            AggregateFunction.Count => $"count({argument}){filter}",
            AggregateFunction.CountDistinct => $"count(DISTINCT {argument}){filter}",
            AggregateFunction.Median => $"median({argument}){filter}",
            AggregateFunction.Quantile => $"quantile_cont({argument}, {aggregate.Share}){filter}",
            AggregateFunction.SurvivalMedian => Survival(argument, bound(aggregate.Second!), filter),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The sum or count in which each row counts as often as a weight says.</summary>
    internal static string Weighed(Aggregate aggregate, string weight, Func<SqlFragment, string> bound)
    {
        string? filter = aggregate.Filter is { } kept ? bound(kept) : null;
        if (aggregate.Function is AggregateFunction.Sum)
        {
            string value = $"({bound(aggregate.Argument!)}) * {weight}";
            return filter is null ? $"sum({value})" : $"sum(CASE WHEN {filter} THEN {value} END)";
        }

        string[] conditions = [.. aggregate.Argument is { } argument ? [$"({bound(argument)}) IS NOT NULL"] : (string[])[], .. filter is null ? (string[])[] : [$"({filter})"]];
        return conditions.Length == 0 ? $"sum({weight})" : $"coalesce(sum({weight}) FILTER (WHERE {string.Join(" AND ", conditions)}), 0)";
    }

    // Sorted from the longest duration down, the place of a row is the number still at risk; an end comes before a loss from sight on the same day.
    // The survival after each row is the product up to it, and the first duration at which it is no more than one half is the median.
    private static string Survival(string duration, string hasEnded, string filter)
    {
        string rows = $"list({{'t': {duration}, 'e': {hasEnded}}} ORDER BY {duration} DESC, {hasEnded} ASC){filter}";
        string factors = $"list_reverse(list_transform({rows}, lambda x, i: {{'t': x.t, 's': CASE WHEN x.e THEN (i - 1) / i ELSE 1.0::DOUBLE END}}))";
        string crossing = $"list_reduce({factors}, lambda a, x: CASE WHEN a.s <= 0.5 + 1e-9 THEN a ELSE {{'t': x.t, 's': a.s * x.s}} END)";
        return $"CASE WHEN ({crossing}).s <= 0.5 + 1e-9 THEN ({crossing}).t END";
    }
}
