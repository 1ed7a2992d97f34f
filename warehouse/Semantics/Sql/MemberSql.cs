namespace ProdSales.Semantics;

/// <summary>Writes the statement that lists members.</summary>
internal sealed class MemberSql
{
    // Members are those of all time, whatever the day of the question.
    private static readonly DateOnly LastDay = new(9999, 1, 1);

    private readonly MemberQuery _query;
    private readonly SqlParameters _parameters = new();

    private MemberSql(MemberQuery query) => _query = query;

    private Dimension Dimension => _query.Dimension;

    internal static SqlStatement Of(MemberQuery query) => ScopeCheck.Refusal(query) is { } refusal
        ? throw new ArgumentException(refusal.Message.English, nameof(query))
        : new MemberSql(query).Statement();

    private SqlStatement Statement()
    {
        string first = _parameters.Named("first", _query.First);
        string search = _query.Search is { } text
            ? $"\nWHERE contains(lower(name), lower({_parameters.Named("search", text)})) OR contains(lower(id), lower($search))"
            : "";
        string select = $"SELECT id, name\nFROM (\n{CutSql.Indented(Members())}\n) AS m{search}\nORDER BY place NULLS LAST, name, id\nLIMIT {first}";
        return new SqlStatement(select, _parameters.Values, ["id", "name"]);
    }

    private string Members()
    {
        if (Dimension.Bridge is { } bridge)
        {
            return string.Join("\nUNION\n", bridge.All.Select(one => OfBridge(one, bridge)));
        }

        if (Dimension.Table is not { } table)
        {
            // A plain table is quicker to look through than a statement; both hold the same members.
            Fact[] holders = Holders(Dimension.Name);
            Fact[] plain = [.. holders.Where(fact => !fact.Relation.StartsWith('('))];
            return $"SELECT DISTINCT NULL AS id, name, NULL AS place\nFROM ({Values(plain.Length > 0 ? plain : holders, Dimension.Name, "VARCHAR")}) AS v\nWHERE name IS NOT NULL";
        }

        if (Dimension.Member is not { } member)
        {
            return $"SELECT DISTINCT NULL AS id, CAST({Dimension.Column} AS VARCHAR) AS name, NULL AS place\nFROM {table.Name} AS t\nWHERE {Dimension.Column} IS NOT NULL{Seen(table.Key, table)}";
        }

        string current = member.HasVersions ? " AND is_current" : "";
        return $"SELECT {member.Id ?? "NULL"} AS id, {Dimension.Column} AS name, {member.Order ?? "NULL"} AS place\nFROM {table.Name} AS t\nWHERE {table.Key} <> 0{current}{Seen(member.DurableKey, table)}";
    }

    private string OfBridge(DimensionBridge one, DimensionBridge bridge)
    {
        Fact[] holders = [.. Holders(Dimension.Name).Where(fact => ReferenceEquals(bridge.Matching(fact.Reach[Dimension.Name]), one))];
        string seen = _query.Scope.Predicates.Count == 0 ? "" : $" WHERE n.{one.Key} IN (SELECT v.name FROM ({Values(holders, Dimension.Name, "INTEGER")}) AS v)";
        return $"SELECT DISTINCT NULL AS id, CAST(n.{one.Value} AS VARCHAR) AS name, NULL AS place\nFROM {one.Relation} AS n{seen}";
    }

    // A member is seen when a row that is seen names it; where the scope is over its own table alone, also before any row does.
    private string Seen(string identity, DimensionTable table)
    {
        SecurityScope scope = _query.Scope;
        if (scope.Predicates.Count == 0)
        {
            return "";
        }

        string versions = scope.Predicates.All(predicate => predicate.Dimension.Owner == Dimension.Owner)
            ? string.Join(" AND ", scope.Predicates.Select((predicate, index) => ScopeSql.OnTable(predicate, index, _parameters, "s")))
            : $"s.{table.Key} IN (SELECT name FROM ({Values(Holders(Dimension.Owner), Dimension.Owner, "INTEGER")}) AS v)";
        return $" AND t.{identity} IN (SELECT s.{identity} FROM {table.Name} AS s WHERE {versions})";
    }

    private Fact[] Holders(string name) =>
        [.. _query.Model.Subjects.SelectMany(subject => subject.Facts).Distinct().Where(fact => fact.Reach.ContainsKey(name) && _query.Scope.Unreached(fact) is null)];

    private string Values(Fact[] facts, string reached, string type)
    {
        IEnumerable<string> selects = facts.Select(fact =>
        {
            string rows = $"SELECT DISTINCT CAST(f.{fact.Reach[reached]} AS {type}) AS name FROM {StatementSql.RowsOf(fact, LastDay, _parameters)} AS f";
            IReadOnlyList<string> conditions = ScopeSql.Conditions(_query.Scope, fact, _parameters);
            return conditions.Count == 0 ? rows : $"{rows} WHERE {string.Join(" AND ", conditions)}";
        });
        return facts.Length == 0 ? $"SELECT CAST(NULL AS {type}) AS name WHERE false" : string.Join(" UNION ALL ", selects);
    }
}
