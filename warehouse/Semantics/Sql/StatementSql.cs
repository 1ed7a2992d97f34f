namespace ProdSales.Semantics;

/// <summary>Writes a plan as one statement: the passes over the facts, the cuts, and the rows in the order in which they are told.</summary>
public static class StatementSql
{
    /// <summary>The statement of a plan.</summary>
    public static SqlStatement Of(QueryPlan plan) => Of(plan, (cuts, beside) =>
    {
        string[] columns = ["cut", .. cuts.SelectMany(cut => cut.Columns).Distinct(StringComparer.Ordinal)];
        (string[] tables, string told) = cuts is [{ } lone] ? ([], lone.LoneText())
            : ChainSql.Of(plan, beside) is { } chain ? ([], chain.Text(columns))
            : Together(plan, cuts, columns);
        return (tables, told, columns);
    });

    /// <summary>The statement that gives the rows of one cut as a flat table, in the order in which they are told, without those of the cuts around it.</summary>
    /// <param name="plan">The plan that holds the cut.</param>
    /// <param name="cut">The cut.</param>
    /// <param name="columns">The columns of the cut to give, by the names that they shall have; what the cut does not hold is null in every row.</param>
    public static SqlStatement OfTable(QueryPlan plan, PlannedCut cut, IReadOnlyList<TableColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(cut);
        ArgumentNullException.ThrowIfNull(columns);
        return Of(plan, (cuts, _) =>
        {
            HashSet<string> held = [.. cuts[cut.Index].Columns];
            HashSet<string> names = [.. cut.Request.Fields.Select(field => field.Column)];
            IEnumerable<string> given = columns.Select(column =>
                $"{(held.Contains(column.Column) ? SqlNames.Quoted(names.Contains(column.Column) ? $"{column.Column}_name" : column.Column) : "CAST(NULL AS DOUBLE)")} AS {SqlNames.Quoted(column.Name)}");
            string order = string.Join(", ", Enumerable.Range(1, cut.Depth).Select(level => $"rank_{level}"));
            string[] tables = [.. cut.WithAncestors().Reverse().Select(outer => Table($"cut_{outer.Index}", cuts[outer.Index].Text()))];
            return (tables, $"SELECT {string.Join(",\n    ", given)}\nFROM cut_{cut.Index}\nORDER BY {order}", [.. columns.Select(column => column.Name)]);
        });
    }

    private static SqlStatement Of(QueryPlan plan, Func<CutSql[], StatementTables, (string[] Tables, string Told, string[] Columns)> tell)
    {
        ArgumentNullException.ThrowIfNull(plan);
        SqlParameters parameters = new();
        StatementTables beside = new(plan.Query, parameters);
        CutSql[] cuts = [.. plan.AllCuts.Select(cut => new CutSql(plan, cut, parameters, beside))];
        string[] passes = [.. RowTables(plan, parameters), .. plan.Scans.Select(scan => Table(SqlNames.Quoted(scan.Source.Name), new ScanSql(plan.Query, scan, parameters, beside).Text()))];
        (string Name, string Select)[] rows = [.. cuts.SelectMany(cut => cut.RowTables)];
        (string[] tables, string told, string[] columns) = tell(cuts, beside);
        string[] with = [.. beside.All.Select(table => Table(table.Name, table.Select)), .. passes, .. rows.Select(table => Table(table.Name, table.Select)), .. tables];
        string text = with.Length == 0 ? told : $"WITH {string.Join(",\n", with)}\n{told}";
        return new SqlStatement(text, parameters.Values, columns);
    }

    /// <summary>The statement that counts the rows of each pass: one column a pass, in their order.</summary>
    internal static SqlStatement OfRowCounts(QueryPlan plan)
    {
        SqlParameters parameters = new();
        StatementTables beside = new(plan.Query, parameters);
        string[] counts = [.. plan.Scans.Select((scan, index) => $"(\n{CutSql.Indented(new ScanSql(plan.Query, scan, parameters, beside).CountText())}\n) AS pass_{index}")];
        string[] tables = [.. RowTables(plan, parameters), .. beside.All.Select(table => Table(table.Name, table.Select))];
        string with = tables.Length == 0 ? "" : $"WITH {string.Join(",\n", tables)}\n";
        return new SqlStatement($"{with}SELECT {string.Join(",\n", counts)}", parameters.Values, [.. counts.Select((_, index) => $"pass_{index}")]);
    }

    /// <summary>The statement that lists the members of a dimension: columns id and name.</summary>
    public static SqlStatement OfMembers(MemberQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return MemberSql.Of(query);
    }

    /// <summary>The rows of a fact as they stand in a FROM, with the day of the question bound where they ask for it.</summary>
    internal static string RowsOf(Fact fact, DateOnly asOf, SqlParameters parameters)
    {
        if (fact.AsksForDay)
        {
            parameters.Named(SqlFragment.DayOfQuestion, asOf);
        }

        return fact.Relation;
    }

    // The rows of several cuts, each under the row that it belongs to.
    private static (string[] Tables, string Told) Together(QueryPlan plan, CutSql[] cuts, string[] columns)
    {
        string[] tables = [.. plan.AllCuts.Select(cut => Table($"cut_{cut.Index}", cuts[cut.Index].Text()))];
        string rows = string.Join("\nUNION ALL BY NAME\n", plan.AllCuts.Select(cut => Rows(cut, cuts[cut.Index])));
        int depth = plan.AllCuts.Max(cut => cut.Depth);
        string order = string.Join(", ", Enumerable.Range(1, depth).Select(level => $"sibling_{level} NULLS FIRST, rank_{level} NULLS FIRST"));
        return (tables, $"SELECT {string.Join(", ", columns.Select(SqlNames.Quoted))}\nFROM (\n{CutSql.Indented(rows)}\n) AS r\nORDER BY {order}");
    }

    private static IEnumerable<string> RowTables(QueryPlan plan, SqlParameters parameters) =>
        plan.Scans.Select(scan => scan.Source.Fact).Distinct().Where(fact => fact.Relation.StartsWith('('))
            .Select(fact => Table(ScanSql.RelationName(fact), RowsOf(fact, plan.Query.AsOf, parameters)[1..^1]));

    private static string Table(string name, string select) => $"{name} AS (\n{CutSql.Indented(select)}\n)";

    private static string Rows(PlannedCut cut, CutSql sql)
    {
        IEnumerable<string> places = cut.WithAncestors().Reverse().Select(outer => $"{outer.Sibling} AS sibling_{outer.Depth}, rank_{outer.Depth}");
        HashSet<string> names = [.. cut.Request.Fields.Select(field => field.Column)];
        IEnumerable<string> columns = sql.Columns.Select(column => names.Contains(column)
            ? $"{SqlNames.Quoted($"{column}_name")} AS {SqlNames.Quoted(column)}"
            : SqlNames.Quoted(column));
        return $"SELECT CAST({cut.Index} AS SMALLINT) AS cut, {string.Join(", ", places.Concat(columns))}\nFROM cut_{cut.Index}";
    }
}
