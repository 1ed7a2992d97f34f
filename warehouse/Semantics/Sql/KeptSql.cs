using System.Diagnostics;

namespace ProdSales.Semantics;

/// <summary>Writes which rows of a cut are told. They are chosen by what they tell, after everything is summed, so that no number changes by it.</summary>
internal static class KeptSql
{
    /// <summary>Conditions on the values, over the rows before their names are looked up.</summary>
    internal static IEnumerable<string> Values(PlannedCut cut, string alias, SqlParameters parameters)
    {
        foreach (ValueCondition condition in cut.Request.Values)
        {
            // A value that the cut does not give is null in every row.
            string column = condition.Value.Sql(cut, $"{alias}.") ?? "NULL";
            yield return Of(column, condition, value => parameters.Next($"where_{cut.Index}_{condition.Asked.Measure.Name}", value));
        }
    }

    /// <summary>Conditions on the member or step of a row, over the row with what its names are looked up in.</summary>
    internal static IEnumerable<string> Names(PlannedCut cut, SqlParameters parameters) => cut.Request.Names.Select(condition =>
        FilterSql.Among(NameOf(cut.Key!, condition.IsById), condition.Values, condition.IsExcluding, value => parameters.Next($"where_{cut.Index}_name", value)));

    private static string Of(string column, ValueCondition condition, Func<object, string> bound) => condition.Test switch
    {
        ValueTest.In or ValueTest.NotIn => FilterSql.Among(column, condition.Values, condition.Test is ValueTest.NotIn, bound),
        ValueTest.Less => $"{column} < {bound(condition.Values[0]!)}",
        ValueTest.AtMost => $"{column} <= {bound(condition.Values[0]!)}",
        ValueTest.Greater => $"{column} > {bound(condition.Values[0]!)}",
        ValueTest.AtLeast => $"{column} >= {bound(condition.Values[0]!)}",
        _ => throw new UnreachableException($"There is no test {condition.Test}."),
    };

    private static string NameOf(CutKey key, bool isById) => key.Dimension switch
    {
        { Member: { } member } dimension when isById => $"CAST({dimension.Name}.{member.Id ?? throw new UnreachableException($"Members of {dimension.Name} have no ids.")} AS VARCHAR)",
        { Member: not null } dimension => $"CAST({dimension.Name}.{dimension.Column} AS VARCHAR)",
        _ => $"CAST(c.{key.Column} AS VARCHAR)",
    };
}
