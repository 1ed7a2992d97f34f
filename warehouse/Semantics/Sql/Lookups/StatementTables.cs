namespace ProdSales.Semantics;

/// <summary>The small tables that a statement's passes read beside the facts, each written once before them.</summary>
internal sealed class StatementTables(MetricQuery query, SqlParameters parameters)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Names and SELECTs in the order of first use.</summary>
    internal IEnumerable<(string Name, string Select)> All => _texts.Select(pair => (pair.Key, pair.Value));

    /// <summary>Whether the attributes of a dimension are those that the fact's own key stands for.</summary>
    internal bool IsAsWas(Dimension dimension) => query.History.IsAsWas || query.Subject.Dimension(dimension.Owner)?.Member is not { HasVersions: true };

    /// <summary>The table that gives a fact's key the attributes of the version that speaks.</summary>
    internal string VersionsOf(Dimension dimension)
    {
        if (IsAsWas(dimension))
        {
            return dimension.Table!.Name;
        }

        Dimension owner = query.Subject.Dimension(dimension.Owner)!;
        string name = VersionSql.NameOf(query.History, owner);
        _texts.TryAdd(name, VersionSql.Of(query.History, owner, parameters));
        return name;
    }

    /// <summary>The condition that a row of a dimension table is the version by which a member is told.</summary>
    internal string IsNaming(string alias) => VersionSql.IsNaming(query.History, alias, parameters);

    /// <summary>The table of the days of a comparison: <c>date</c>, and the steps of time of its day of the question.</summary>
    internal string PairsOf(Comparison comparison, MappedDays days)
    {
        string name = $"{comparison.Prefix}days";
        _texts.TryAdd(name, days.Text((value, day) => parameters.Named($"{comparison.Prefix}{value}", day)));
        return name;
    }
}
