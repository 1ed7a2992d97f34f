namespace ProdSales.Semantics;

/// <summary>Writes how rows of a fact find the members of a dimension of which each may have several.</summary>
internal static class BridgeJoinSql
{
    /// <summary>The join that gives a row once for each of its members; a row without any has the unknown one.</summary>
    internal static string Join(Dimension dimension, string column) =>
        $"LEFT JOIN {dimension.Bridge!.Matching(column).Relation} AS {Alias(dimension)} ON {Alias(dimension)}.{dimension.Bridge.Matching(column).Key} = {column}";

    /// <summary>The member of a joined row.</summary>
    internal static string Value(Dimension dimension) => $"{Alias(dimension)}.{dimension.Bridge!.Value}";

    /// <summary>The condition that a row has one of the members, or none of them where they are left out; it never makes several rows of one.</summary>
    internal static string Condition(MemberFilter filter, string column, SqlParameters parameters)
    {
        DimensionBridge bridge = filter.Dimension.Bridge!.Matching(column);
        string[] values = [.. filter.Values.OfType<string>().Select(value => parameters.Next(filter.Dimension.Name, value))];
        string known = $"coalesce({column} IN (SELECT n.{bridge.Key} FROM {bridge.Relation} AS n{{0}}), false)";
        List<string> ways = [];
        if (values.Length > 0)
        {
            ways.Add(known.Replace("{0}", $" WHERE n.{bridge.Value} IN ({string.Join(", ", values)})", StringComparison.Ordinal));
        }

        if (filter.Values.Contains(null))
        {
            ways.Add($"NOT {known.Replace("{0}", "", StringComparison.Ordinal)}");
        }

        string any = ways.Count == 0 ? "false" : $"({string.Join(" OR ", ways)})";
        return filter.IsExcluding ? $"NOT {any}" : any;
    }

    private static string Alias(Dimension dimension) => $"{dimension.Name}_bridge";
}
