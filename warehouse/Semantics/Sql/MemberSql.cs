namespace ProdSales.Semantics;

/// <summary>Writes the statement that lists members.</summary>
internal static class MemberSql
{
    // Members are those of all time, whatever the day of the question.
    private static readonly DateOnly LastDay = new(9999, 1, 1);

    internal static SqlStatement Of(MemberQuery query)
    {
        SqlParameters parameters = new();
        string first = parameters.Named("first", query.First);
        string search = query.Search is { } text
            ? $"\nWHERE contains(lower(name), lower({parameters.Named("search", text)})) OR contains(lower(id), lower($search))"
            : "";
        string select = $"SELECT id, name\nFROM (\n{CutSql.Indented(Members(query, parameters))}\n) AS m{search}\nORDER BY place NULLS LAST, name, id\nLIMIT {first}";
        return new SqlStatement(select, parameters.Values, ["id", "name"]);
    }

    private static string Members(MemberQuery query, SqlParameters parameters)
    {
        Dimension dimension = query.Dimension;
        if (dimension.Table is not { } table)
        {
            // A plain table is quicker to look through than a statement; both hold the same members.
            Fact[] holders = [.. query.Model.Subjects.SelectMany(subject => subject.Facts).Distinct().Where(fact => fact.Reach.ContainsKey(dimension.Name))];
            Fact[] plain = [.. holders.Where(fact => !fact.Relation.StartsWith('('))];
            IEnumerable<string> facts = (plain.Length > 0 ? plain : holders)
                .Select(fact => $"SELECT DISTINCT CAST({fact.Reach[dimension.Name]} AS VARCHAR) AS name FROM {StatementSql.RowsOf(fact, LastDay, parameters)}");
            return $"SELECT DISTINCT NULL AS id, name, NULL AS place\nFROM ({string.Join(" UNION ALL ", facts)}) AS v\nWHERE name IS NOT NULL";
        }

        if (dimension.Member is not { } member)
        {
            return $"SELECT DISTINCT NULL AS id, CAST({dimension.Column} AS VARCHAR) AS name, NULL AS place\nFROM {table.Name}\nWHERE {dimension.Column} IS NOT NULL";
        }

        string current = member.HasVersions ? " AND is_current" : "";
        return $"SELECT {member.Id ?? "NULL"} AS id, {dimension.Column} AS name, {member.Order ?? "NULL"} AS place\nFROM {table.Name}\nWHERE {table.Key} <> 0{current}";
    }
}
