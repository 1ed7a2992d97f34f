namespace ProdSales.Semantics;

/// <summary>Writes the conditions of a question over one fact.</summary>
internal static class FilterSql
{
    internal static string Of(MemberFilter filter, ScanJoins joins, SqlParameters parameters)
    {
        Dimension dimension = filter.Dimension;
        if (dimension.Bridge is not null)
        {
            return BridgeJoinSql.Condition(filter, joins.ColumnOf(dimension), parameters);
        }

        if (filter.IsById)
        {
            return Condition($"{joins.Table(dimension)}.{dimension.Member!.Id}", filter, parameters);
        }

        // A member is asked for by the name that it has now, and all its versions are meant; as is or as of a day, that name stands on every key.
        return dimension.Member is { HasVersions: true } member && joins.IsAsWas(dimension)
            ? $"{joins.Table(dimension)}.{member.DurableKey} IN (SELECT n.{member.DurableKey} FROM {dimension.Table!.Name} AS n"
                + $" WHERE n.is_current AND {Condition($"n.{dimension.Column}", filter, parameters)})"
            : Condition(TextOf(dimension, joins), filter, parameters);
    }

    // A column of the fact may hold numbers, as the months in service do; a name that is no number is then no member, and no failure.
    private static string TextOf(Dimension dimension, ScanJoins joins) =>
        dimension.Table is null ? $"CAST({joins.TitleOf(dimension)} AS VARCHAR)" : joins.TitleOf(dimension);

    private static string Condition(string column, MemberFilter filter, SqlParameters parameters) =>
        Among(column, filter.Values, filter.IsExcluding, value => parameters.Next(filter.Dimension.Name, value));

    /// <summary>Whether a value is among others, or none of them; null stands for no value.</summary>
    internal static string Among(string column, IReadOnlyList<object?> others, bool isExcluding, Func<object, string> bound)
    {
        string[] values = [.. others.OfType<object>().Select(bound)];
        bool hasUnknown = others.Contains(null);
        string? among = values.Length == 0 ? null : $"{column} IN ({string.Join(", ", values)})";
        return (isExcluding, among, hasUnknown) switch
        {
            (false, null, false) => "false",
            (false, null, true) => $"{column} IS NULL",
            (false, _, false) => among,
            (false, _, true) => $"({among} OR {column} IS NULL)",
            (true, null, false) => "true",
            (true, null, true) => $"{column} IS NOT NULL",
            (true, _, false) => $"({column} NOT IN ({string.Join(", ", values)}) OR {column} IS NULL)",
            (true, _, true) => $"{column} NOT IN ({string.Join(", ", values)})",
        };
    }
}
