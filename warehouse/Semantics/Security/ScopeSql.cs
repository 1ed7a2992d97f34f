namespace ProdSales.Semantics;

/// <summary>Writes the conditions of a scope over the rows of a fact. Every statement that reads a fact takes them from here.</summary>
/// <remarks>
/// They look at the fact's own key or column alone and join nothing, so that no join, history or filter of the question can change what they mean:
/// an attribute is that of the version which the row holds, as on its day; a member is meant with all its versions.
/// </remarks>
public static class ScopeSql
{
    /// <summary>The conditions under an alias of the fact, each in parentheses where it needs them; none under a full scope.</summary>
    /// <exception cref="ArgumentException">The rows of the fact cannot be told apart by the scope: it must not be read.</exception>
    internal static IReadOnlyList<string> Conditions(SecurityScope scope, Fact fact, SqlParameters parameters, string alias = "f")
    {
        if (scope.Unreached(fact) is { } unreached)
        {
            throw new ArgumentException($"Fact {fact.Name} cannot be read under a scope over {unreached.Name}.", nameof(fact));
        }

        return [.. scope.Predicates.Select((predicate, index) => Condition(predicate, index, fact, parameters, alias))];
    }

    /// <summary>The rows of a fact that the scope sees, as they stand in a FROM with the alias <c>f</c>, and the values by name.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="fact">A fact that it reaches.</param>
    public static (string Text, IReadOnlyDictionary<string, object> Parameters) Rows(SecurityScope scope, Fact fact)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(fact);
        SqlParameters parameters = new();
        IReadOnlyList<string> conditions = Conditions(scope, fact, parameters);
        return ($"{fact.Relation} AS f{(conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}")}", parameters.Values);
    }

    /// <summary>The condition over the rows of the dimension's own table, whose alias is given.</summary>
    internal static string OnTable(MemberFilter predicate, int index, SqlParameters parameters, string alias)
    {
        Dimension dimension = predicate.Dimension;
        if (dimension.Member is not { HasVersions: true } member)
        {
            return Among($"{alias}.{(predicate.IsById ? dimension.Member!.Id : dimension.Column)}", predicate, index, parameters);
        }

        // A member is meant by its present name, as in a filter, or by its id, and with all its versions.
        string named = Among($"n.{(predicate.IsById ? member.Id : dimension.Column)}", predicate, index, parameters);
        return $"{alias}.{member.DurableKey} IN (SELECT n.{member.DurableKey} FROM {dimension.Table!.Name} AS n WHERE n.is_current AND {named})";
    }

    private static string Condition(MemberFilter predicate, int index, Fact fact, SqlParameters parameters, string alias)
    {
        Dimension dimension = predicate.Dimension;
        if (fact.Reach.TryGetValue(dimension.Name, out string? column) && (dimension.Table is null || dimension.Owner != dimension.Name))
        {
            return Among($"{alias}.{column}", predicate, index, parameters);
        }

        DimensionTable table = dimension.Table!;
        return $"{alias}.{fact.Reach[dimension.Owner]} IN (SELECT k.{table.Key} FROM {table.Name} AS k WHERE {OnTable(predicate, index, parameters, "k")})";
    }

    // The same predicate has the same parameters wherever it stands in the statement.
    private static string Among(string column, MemberFilter predicate, int index, SqlParameters parameters)
    {
        string[] values = [.. predicate.Values.OfType<string>().Select((value, place) => parameters.Named($"scope_{index + 1}_{place + 1}", value))];
        string text = $"CAST({column} AS VARCHAR)";
        string among = values.Length == 0 ? "false" : $"coalesce({text} IN ({string.Join(", ", values)}), false)";
        string named = predicate.Values.Contains(null) ? $"({among} OR {column} IS NULL)" : among;
        return predicate.IsExcluding ? $"NOT {named}" : named;
    }
}
