namespace ProdSales.Semantics;

/// <summary>Writes the statement for a page of the rows that one pass over a fact aggregates: its joins, its days, its filters and its scope are those of the pass itself.</summary>
internal sealed class RowSql
{
    private readonly MetricQuery _query;
    private readonly FactScan _scan;
    private readonly SqlParameters _parameters;
    private readonly StatementTables _beside;

    internal RowSql(MetricQuery query, FactScan scan, IReadOnlyList<Dimension> dimensions)
        : this(query, scan, dimensions, new SqlParameters())
    {
    }

    /// <param name="query">The question.</param>
    /// <param name="scan">The pass.</param>
    /// <param name="dimensions">The dimensions of the model.</param>
    /// <param name="parameters">Collects the values; those of several passes where their rows are one table.</param>
    /// <param name="beside">The tables beside the facts, likewise; null makes its own.</param>
    internal RowSql(MetricQuery query, FactScan scan, IReadOnlyList<Dimension> dimensions, SqlParameters parameters, StatementTables? beside = null)
    {
        (_query, _scan, _parameters, _beside) = (query, scan, parameters, beside ?? new StatementTables(query, parameters));
        Parts = [.. scan.Aggregates.Select(part => part.Aggregate)];
        Columns = [.. scan.Aggregates.SelectMany(part => part.Aggregate.Columns).Distinct(StringComparer.Ordinal).Where(column => !query.Scope.Masks(scan.Source.Fact, column))];
        Dimensions = [.. dimensions.Where(dimension => scan.Source.Fact.Reach.ContainsKey(dimension.Name) && dimension.Bridge is null && !query.Scope.Masks(dimension))];
    }

    /// <summary>The aggregates of the pass, in the order of its columns.</summary>
    internal Aggregate[] Parts { get; }

    /// <summary>Columns of the fact that the formula reads and the asker may see.</summary>
    internal string[] Columns { get; }

    /// <summary>The dimensions that a row is told by: those that the fact holds the key or the value of, and the asker may see.</summary>
    internal Dimension[] Dimensions { get; }

    private Fact Fact => _scan.Source.Fact;

    /// <summary>The statement: keys, day, document, then id and name of each dimension, the columns, and two or three for each part.</summary>
    /// <param name="bounds">Which rows.</param>
    internal SqlStatement Statement(RowBounds bounds)
    {
        (string with, string rows) = Pass();
        string[] conditions =
        [
            AddsSomething(),
            .. bounds.After is { } after ? [Beyond(after, "after", isBehind: true)] : (string[])[],
            .. bounds.Before is { } before ? [Beyond(before, "before", isBehind: false)] : (string[])[],
        ];
        string direction = bounds.IsFromEnd ? "DESC NULLS FIRST" : "ASC NULLS LAST";
        string order = string.Join(", ", Fact.Keys.Select((_, index) => $"key_{index} {direction}"));
        string limit = bounds.Count is { } count ? $"\nLIMIT {_parameters.Named("page_rows", count)}" : "";
        string page = $"SELECT *\nFROM (\n{CutSql.Indented(rows)}\n) AS r\nWHERE {string.Join("\n  AND ", conditions)}\nORDER BY {order}{limit}";
        string text = $"WITH {with}page AS (\n{CutSql.Indented(page)}\n)\nSELECT {string.Join(",\n    ", Outer())}\nFROM page AS p{string.Concat(Joins().Select(join => $"\n{join}"))}\nORDER BY {order}";
        return new SqlStatement(text, _parameters.Values, []);
    }

    /// <summary>The statement that counts the rows.</summary>
    internal SqlStatement CountStatement()
    {
        (string with, string rows) = Pass();
        string held = with.Length == 0 ? "" : $"WITH {with.TrimEnd(',', '\n')}\n";
        return new SqlStatement($"{held}SELECT count(*) AS row_count\nFROM (\n{CutSql.Indented(rows)}\n) AS r\nWHERE {AddsSomething()}", _parameters.Values, ["row_count"]);
    }

    /// <summary>All rows of the pass with some of their columns, and with their place in it.</summary>
    /// <param name="index">The number of the pass.</param>
    /// <param name="columns">The columns over the row p and the tables that its members are looked up in.</param>
    internal string TableText(int index, IReadOnlyList<string> columns)
    {
        string rows = new ScanSql(_query, _scan, _parameters, _beside).Rows(Inner);
        string order = string.Join(", ", Fact.Keys.Select((_, key) => $"p.key_{key} ASC NULLS LAST"));
        string[] told = [$"{index} AS row_scan", $"row_number() OVER (ORDER BY {order}) AS row_place", .. columns];
        return $"SELECT {string.Join(",\n    ", told)}\nFROM (\n    SELECT *\n    FROM (\n{CutSql.Indented(CutSql.Indented(rows))}\n    ) AS r\n    WHERE {AddsSomething()}\n) AS p{string.Concat(Joins().Select(join => $"\n{join}"))}";
    }

    /// <summary>For each group of keys the first rows, as a list of their values with the keys of the group, and how many there are.</summary>
    /// <param name="keys">The keys of a group.</param>
    /// <param name="first">The most rows of each.</param>
    /// <param name="after">Lists of the keys of a group and those of the row behind which it begins, as JSON; null begins every group at its first row.</param>
    internal string NestedText(IReadOnlyList<CutKey> keys, string first, string? after)
    {
        string rows = new ScanSql(_query, _scan, _parameters, _beside).KeyedRows(keys, Inner);
        if (after is not null)
        {
            rows = Continued(rows, keys, after);
        }

        string partition = keys.Count == 0 ? "" : $"PARTITION BY {string.Join(", ", keys.Select(key => $"r.{key.Column}"))} ";
        string order = string.Join(", ", Fact.Keys.Select((_, key) => $"r.key_{key} ASC NULLS LAST"));
        string page = $"SELECT r.*, count(*) OVER ({partition.TrimEnd()}) AS row_total, row_number() OVER ({partition}ORDER BY {(after is null ? "" : "r.row_is_behind DESC, ")}{order}) AS row_place\nFROM (\n{CutSql.Indented(rows)}\n) AS r\nWHERE {AddsSomething()}\nQUALIFY row_place <= {first}";
        string values = string.Join(", ", Outer().Concat(keys.Select(key => $"CAST(p.{key.Column} AS VARCHAR)")).Select((value, index) => $"'v{index}': {value}"));
        string list = $"list({{{values}}} ORDER BY p.row_place){(after is null ? "" : " FILTER (WHERE p.row_is_behind)")} AS rows";
        string[] columns = [.. keys.Select(key => $"p.{key.Column}"), "any_value(p.row_total) AS total", list];
        string group = keys.Count == 0 ? "" : $"\nGROUP BY {string.Join(", ", keys.Select(key => $"p.{key.Column}"))}";
        return $"SELECT {string.Join(",\n    ", columns)}\nFROM (\n{CutSql.Indented(page)}\n) AS p{string.Concat(Joins().Select(join => $"\n{join}"))}{group}";
    }

    /// <summary>The tables that the rows are read from beside those of the star, once the rows are written.</summary>
    internal IEnumerable<(string Name, string Select)> Tables() => Fact.Relation.StartsWith('(')
        ? _beside.All.Append((ScanSql.RelationName(Fact), StatementSql.RowsOf(Fact, _query.AsOf, _parameters)[1..^1]))
        : _beside.All;

    /// <summary>Name and id of a member, by the names that their columns have elsewhere.</summary>
    internal static IEnumerable<(string Name, string Value)> MemberColumns(Dimension dimension)
    {
        yield return (dimension.Name, TitleOf(dimension));
        if (dimension.Member?.Id is not null)
        {
            yield return ($"{dimension.Name}_id", IdOf(dimension));
        }
    }

    private (string With, string Rows) Pass()
    {
        string rows = new ScanSql(_query, _scan, _parameters, _beside).Rows(Inner);
        return (string.Concat(Tables().Select(table => $"{table.Name} AS (\n{CutSql.Indented(table.Select)}\n),\n")), rows);
    }

    private static string IdOf(Dimension dimension) => dimension.Member?.Id is { } id ? $"CAST({dimension.Name}_now.{id} AS VARCHAR)" : "NULL";

    private static string TitleOf(Dimension dimension) =>
        dimension.Member is null ? $"CAST(p.ref_{dimension.Name} AS VARCHAR)" : $"CAST({dimension.Name}_now.{dimension.Column} AS VARCHAR)";

    // Rows of a group without a cursor are all behind it; the others are compared key by key, nulls last.
    private string Continued(string rows, IReadOnlyList<CutKey> keys, string after)
    {
        string same = keys.Count == 0 ? "true" : string.Join(" AND ", keys.Select((key, index) => $"CAST(r.{key.Column} AS VARCHAR) IS NOT DISTINCT FROM a.told[{index + 1}]"));
        string beyond = "false";
        foreach (int index in Enumerable.Range(0, Fact.Keys.Count).Reverse())
        {
            string held = $"TRY(cast_to_type(a.told[{keys.Count + index + 1}], r.key_{index}))";
            beyond = $"(r.key_{index} > {held} OR (r.key_{index} IS NULL AND {held} IS NOT NULL) OR (r.key_{index} IS NOT DISTINCT FROM {held} AND {beyond}))";
        }

        return $"SELECT r.*, a.told IS NULL OR coalesce({beyond}, false) AS row_is_behind\nFROM (\n{CutSql.Indented(rows)}\n) AS r\nLEFT JOIN (SELECT unnest(from_json({after}, '[[\"VARCHAR\"]]')) AS told) AS a ON {same}";
    }

    private string AddsSomething() => $"({string.Join(" OR ", Parts.Select((_, index) => $"r.adds_{index} IS NOT NULL"))})";

    private IEnumerable<string> Inner(Func<SqlFragment, string> bound)
    {
        foreach ((string key, int index) in Fact.Keys.Select((key, index) => (key, index)))
        {
            yield return $"f.{key} AS key_{index}";
        }

        yield return $"f.{Fact.Time} AS business_day";
        if (Fact.Document is { } document)
        {
            yield return "f.source_key AS document_source";
            yield return $"CAST(f.{document.Id} AS VARCHAR) AS document_id";
            yield return $"{(document.Line is { } line ? $"CAST(f.{line} AS VARCHAR)" : "NULL")} AS document_line";
        }

        foreach (Dimension dimension in Dimensions)
        {
            yield return $"f.{Fact.Reach[dimension.Name]} AS ref_{dimension.Name}";
        }

        foreach (string column in Columns)
        {
            yield return $"f.{column} AS {SqlNames.Quoted($"column_{column}")}";
        }

        foreach ((Aggregate part, int index) in Parts.Select((part, index) => (part, index)))
        {
            yield return $"{Adds(part, _scan.Source.IsCarried, bound)} AS adds_{index}";
            yield return $"{(part.Second is { } second ? bound(second) : "NULL")} AS second_{index}";
            yield return $"{(part.Step is { } step ? $"f.{step}" : "NULL")} AS step_{index}";
        }
    }

    private static string Adds(Aggregate part, bool isCarried, Func<SqlFragment, string> bound)
    {
        string value = part.Argument is null ? "1" : bound(part.Argument);
        string taken = part switch
        {
            { Function: AggregateFunction.Count, Argument: not null } => $"CASE WHEN {value} IS NOT NULL THEN 1 END",
            { Function: AggregateFunction.CountDistinct } => $"CAST({value} AS VARCHAR)",
            { Function: AggregateFunction.RolledYield } => $"coalesce({value}, 0)",
            _ => value,
        };
        string kept = part.Filter is { } filter ? $"CASE WHEN {bound(filter)} THEN {taken} END" : taken;
        string weighed = isCarried ? $"({kept}) * spans.weight" : $"({kept})";
        return part.Window is Window.Average ? $"{weighed} / CAST(spans.days AS DOUBLE)" : kept;
    }

    private IEnumerable<string> Outer()
    {
        foreach ((string _, int index) in Fact.Keys.Select((key, index) => (key, index)))
        {
            yield return $"CAST(p.key_{index} AS VARCHAR)";
        }

        yield return "p.business_day";
        if (Fact.Document is not null)
        {
            yield return "document_system.source_system";
            yield return "p.document_id";
            yield return "p.document_line";
        }

        foreach (Dimension dimension in Dimensions)
        {
            yield return IdOf(dimension);
            yield return TitleOf(dimension);
        }

        foreach (string column in Columns)
        {
            yield return $"p.{SqlNames.Quoted($"column_{column}")}";
        }

        for (int index = 0; index < Parts.Length; index++)
        {
            yield return $"p.adds_{index}";
            yield return $"p.second_{index}";
            yield return $"p.step_{index}";
        }
    }

    private IEnumerable<string> Joins()
    {
        if (Fact.Document is not null)
        {
            yield return "INNER JOIN dim_source_system AS document_system ON document_system.source_key = p.document_source";
        }

        foreach (Dimension dimension in Dimensions.Where(dimension => dimension.Member is not null))
        {
            (DimensionTable table, MemberIdentity member) = (dimension.Table!, dimension.Member!);
            string was = $"{dimension.Name}_was";
            string now = $"{dimension.Name}_now";
            if (!member.HasVersions)
            {
                yield return $"INNER JOIN {table.Name} AS {now} ON {now}.{table.Key} = p.ref_{dimension.Name}";
                continue;
            }

            yield return $"INNER JOIN {table.Name} AS {was} ON {was}.{table.Key} = p.ref_{dimension.Name}";
            yield return $"INNER JOIN {table.Name} AS {now} ON {now}.{member.DurableKey} = {was}.{member.DurableKey} AND {now}.is_current";
        }
    }

    // Lexicographic, nulls last; each key is compared in its own type.
    private string Beyond(IReadOnlyList<string?> keys, string name, bool isBehind)
    {
        List<string> ways = [];
        string same = "";
        for (int index = 0; index < keys.Count; index++)
        {
            string key = $"r.key_{index}";
            if (keys[index] is { } value)
            {
                string held = $"TRY(cast_to_type({_parameters.Named($"{name}_{index}", value)}, {key}))";
                ways.Add(isBehind ? $"({same}({key} > {held} OR {key} IS NULL))" : $"({same}{key} < {held})");
                same += $"{key} = {held} AND ";
            }
            else
            {
                ways.AddRange(isBehind ? [] : [$"({same}{key} IS NOT NULL)"]);
                same += $"{key} IS NULL AND ";
            }
        }

        return ways.Count == 0 ? "false" : $"({string.Join(" OR ", ways)})";
    }
}
