namespace ProdSales.Semantics;

/// <summary>Writes which version of a member speaks for the key that a fact holds.</summary>
internal static class VersionSql
{
    /// <summary>The name of the table that gives each key the version that speaks.</summary>
    internal static string NameOf(History history, Dimension owner) => $"{owner.Name}_{(history.Day is null ? "as_is" : "as_of")}";

    /// <summary>One row for each key of a dimension table, with the columns of the version that speaks for it.</summary>
    internal static string Of(History history, Dimension owner, SqlParameters parameters)
    {
        (string table, string key, string durable) = (owner.Table!.Name, owner.Table.Key, owner.Member!.DurableKey);
        string select = $"SELECT n.* REPLACE (v.{key} AS {key})\nFROM {table} AS v\n";
        return history.Day is { } day
            ? $"{select}LEFT JOIN {table} AS d ON d.{durable} = v.{durable} AND {Holds("d", day, parameters)} AND NOT d.is_inferred\nINNER JOIN {table} AS n ON n.{key} = coalesce(d.{key}, 0)"
            : $"{select}INNER JOIN {table} AS n ON n.{durable} = v.{durable} AND n.is_current";
    }

    /// <summary>The condition that a row of the table is the version by which a member is told.</summary>
    internal static string IsNaming(History history, string alias, SqlParameters parameters) =>
        history.Day is { } day ? Holds(alias, day, parameters) : $"{alias}.is_current";

    private static string Holds(string alias, DateOnly day, SqlParameters parameters)
    {
        string bound = parameters.Named("history", day);
        return $"{alias}.valid_from <= {bound} AND {alias}.valid_to > {bound}";
    }
}
