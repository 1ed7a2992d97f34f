namespace ProdSales.Semantics;

/// <summary>Writes aggregates that are made in two goes: sums for each step of the rows, then one value from those of all steps.</summary>
internal static class StepSql
{
    /// <summary>What rows are grouped by first. It is wrapped in a struct, so that a cut by the same column stays a key of its own.</summary>
    internal static string Step(Aggregate aggregate) => aggregate.Function is AggregateFunction.MonthlySums
        ? $"{{'step': CAST(date_trunc('month', f.{aggregate.Step}) AS DATE)}}"
        : $"{{'step': f.{aggregate.Step}}}";

    /// <summary>The sums of one step.</summary>
    internal static IEnumerable<string> Sums(Aggregate aggregate, int index, string periodEnd, Func<SqlFragment, string> bound)
    {
        Aggregate sum = aggregate with { Function = AggregateFunction.Sum };
        return aggregate.Function is AggregateFunction.MonthlySums
            ? [$"{AggregateSql.Of(sum, bound)} AS flow_{index}", $"{Step(aggregate)}.step AS month_{index}", $"max({periodEnd}) AS ends_{index}"]
            : [$"{AggregateSql.Of(sum, bound)} AS good_{index}", $"{AggregateSql.Of(sum with { Argument = aggregate.Second }, bound)} AS started_{index}", $"{Step(aggregate)}.step AS step_{index}"];
    }

    /// <summary>The value from the sums of all steps.</summary>
    /// <remarks>Yields are multiplied in the order of the steps, so that the last digit is the same at every run. Of a month: what flowed in it, how many days of it lie before the end, and how many come after it up to the end; the latest month comes first.</remarks>
    internal static string Value(Aggregate aggregate, int index) => aggregate.Function is AggregateFunction.MonthlySums
        ? $"list({{'flow': CAST(flow_{index} AS DOUBLE), 'days': least(last_day(month_{index}), ends_{index}) - month_{index} + 1, 'after': greatest(ends_{index} - last_day(month_{index}), 0)}} ORDER BY month_{index} DESC) FILTER (WHERE flow_{index} IS NOT NULL)"
        : $"product(CAST(good_{index} AS DOUBLE) / nullif(started_{index}, 0) ORDER BY step_{index})";
}
