namespace ProdSales.Semantics;

/// <summary>Writes what a rollup holds.</summary>
internal static class RollupSql
{
    /// <summary>The rows as they go in, with their keys alone or with their sums.</summary>
    internal static string Of(Rollup rollup, bool isOfKeys = false)
    {
        Fact fact = rollup.Fact;
        Dimension[] joined = [.. rollup.Dimensions.Where(dimension => !fact.Reach.ContainsKey(dimension.Name))];
        IEnumerable<string> columns =
        [
            $"{PeriodOf(rollup.Grain, $"f.{fact.Time}")} AS {fact.Time}",
            .. rollup.Dimensions.Select(dimension => $"{(joined.Contains(dimension) ? $"{dimension.Owner}.{dimension.Column}" : $"f.{fact.Reach[dimension.Name]}")} AS {rollup.ColumnOf(dimension)}"),
            .. (isOfKeys ? [] : rollup.Sums).Select(sum => $"{AggregateSql.Of(sum.Part, fragment => fragment.Under("f"))} AS {SqlNames.Quoted(sum.Column)}"),
        ];
        IEnumerable<string> joins = joined.DistinctBy(dimension => dimension.Owner)
            .Select(dimension => $"INNER JOIN {dimension.Table!.Name} AS {dimension.Owner} ON {dimension.Owner}.{dimension.Table.Key} = f.{fact.Reach[dimension.Owner]}");
        string condition = fact.Condition is { } always ? $" AND ({always.Under("f")})" : "";
        return string.Join('\n', [$"SELECT {string.Join(", ", columns)}", $"FROM {fact.Relation} AS f", .. joins, $"WHERE f.{fact.Time} IS NOT NULL{condition}"]);
    }

    /// <summary>An aggregate of the fact out of the rows of a rollup.</summary>
    internal static string Resummed(Rollup rollup, Aggregate part)
    {
        string sum = $"sum(f.{SqlNames.Quoted(rollup.ColumnOf(part)!)})";
        return part.Function is AggregateFunction.Count ? $"CAST({sum} AS BIGINT)" : sum;
    }

    private static string PeriodOf(TimeGrain grain, string day) => grain is TimeGrain.Day ? day : $"CAST(date_trunc('month', {day}) AS DATE)";
}
