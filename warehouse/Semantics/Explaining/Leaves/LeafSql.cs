using System.Globalization;

namespace ProdSales.Semantics;

/// <summary>Writes the one pass over a fact that sums both sides by every combination of members.</summary>
/// <remarks>
/// Attributes of one table are numbered together before the fact is read, so that the fact's rows are grouped by a few integers instead of many texts;
/// names are put to the groups that are left.
/// </remarks>
internal sealed class LeafSql
{
    private readonly ExplanationRequest _request;
    private readonly Decomposition _measure;
    private readonly Fact _fact;
    private readonly SqlParameters _parameters = new();
    private readonly ScanJoins _joins;
    private readonly IGrouping<string, Dimension>[] _tables;
    private readonly Dimension[] _own;

    internal LeafSql(ExplanationRequest request, Decomposition measure, Fact fact, IReadOnlyList<Dimension> dimensions)
    {
        _request = request;
        _measure = measure;
        _fact = fact;
        _joins = SideSql.JoinsOf(fact);
        _own = [.. dimensions.Where(IsOwnColumn)];
        _tables = [.. dimensions.Except(_own).GroupBy(dimension => dimension.Owner)];
    }

    internal SqlStatement Statement(IReadOnlyList<Dimension> dimensions)
    {
        string leaf = Leaf();
        string[] parts = [.. _tables.Select(Part)];
        string[] names = [.. dimensions.SelectMany(NameOf)];
        string[] columns = ["is_now", .. dimensions.SelectMany(dimension => (string[])[$"{dimension.Name}_id", dimension.Name]), "rows", "n", "d", "nn", "nd", "dd"];
        string select = string.Join(",\n    ", ["l.is_now", .. names, "l.rows", "l.n", "l.d", "l.nn", "l.nd", "l.dd"]);
        string with = string.Join(",\n", parts.Append($"leaf AS (\n{CutSql.Indented(leaf)}\n)"));
        string text = $"WITH {with}\nSELECT {select}\nFROM leaf AS l{string.Concat(_tables.SelectMany(Naming).Select(join => $"\n{join}"))}";
        return new SqlStatement(text, _parameters.Values, columns);
    }

    private bool IsOwnColumn(Dimension dimension) =>
        _fact.Reach.ContainsKey(dimension.Name) && (dimension.Table is null || dimension.Owner != dimension.Name);

    /// <summary>The numbering of what is asked of one dimension table.</summary>
    private static string Part(IGrouping<string, Dimension> table)
    {
        DimensionTable held = table.First().Table!;
        string[] columns = [.. table.Select(Identity).Distinct(StringComparer.Ordinal)];
        string order = string.Join(", ", columns);
        return $"{table.Key}_part AS (\n    SELECT {held.Key} AS part_key, CAST(dense_rank() OVER (ORDER BY {order}) AS INTEGER) AS part, {order}\n    FROM {held.Name}\n)";
    }

    private static string Identity(Dimension dimension) => dimension.Member is { } member ? member.DurableKey : dimension.Column!;

    private string Leaf()
    {
        (string side, string within) = SideSql.Of(_request, _fact, _joins, _parameters);
        string[] keys = [.. _tables.Select(table => $"{table.Key}_part.part AS {table.Key}_part"), .. _own.Select(dimension => $"f.{_fact.Reach[dimension.Name]} AS {dimension.Name}")];
        string numerator = RowValue(_measure.Numerator);
        string denominator = _measure.Denominator is { } below ? RowValue(below) : "0";
        string[] conditions = [within, .. _fact.Condition is { } condition ? [Bound(condition)] : (string[])[], .. ScopeSql.Conditions(_request.Scope, _fact, _parameters), .. _request.Filters.Select(filter => FilterSql.Of(filter, _joins, _parameters))];
        string[] joins = [.. _tables.Select(table => $"INNER JOIN {table.Key}_part ON {table.Key}_part.part_key = f.{_fact.Reach[table.Key]}"), .. _joins.Lines];
        string inner = string.Join(
            '\n',
            [
                $"SELECT {string.Join(",\n    ", [$"{side} AS is_now", .. keys, $"{numerator} AS n", $"{denominator} AS d"])}",
                $"FROM {StatementSql.RowsOf(_fact, _request.AsOf, _parameters)} AS f", .. joins, $"WHERE {string.Join("\n  AND ", conditions)}",
            ]);
        string[] groups = ["is_now", .. _tables.Select(table => $"{table.Key}_part"), .. _own.Select(dimension => dimension.Name)];
        return $"SELECT {string.Join(", ", groups)},\n    {string.Join(",\n    ", Sums())}\nFROM (\n{CutSql.Indented(inner)}\n) AS r\nGROUP BY {string.Join(", ", groups)}";
    }

    private IEnumerable<string> Sums()
    {
        yield return _measure.IsRatio ? "count(CASE WHEN d <> 0 THEN 1 END) AS rows" : "count(*) AS rows";
        yield return "CAST(sum(n) AS DECIMAL(38, 6)) AS n";
        yield return _measure.IsRatio ? "CAST(sum(d) AS DECIMAL(38, 6)) AS d" : "CAST(0 AS DECIMAL(38, 6)) AS d";
        yield return "sum(CAST(n AS DOUBLE) * n) AS nn";
        yield return _measure.IsRatio ? "sum(CAST(n AS DOUBLE) * d) AS nd" : "CAST(0 AS DOUBLE) AS nd";
        yield return _measure.IsRatio ? "sum(CAST(d AS DOUBLE) * d) AS dd" : "CAST(0 AS DOUBLE) AS dd";
    }

    /// <summary>What a row adds to the sum, over the scale of the form; 0 where it has no value.</summary>
    private string RowValue(LinearForm form)
    {
        string[] terms = [.. form.Terms.Where(term => ReferenceEquals(term.Aggregate.Fact, _fact)).Select(term => Times(term.Factor / form.Scale, Term(term.Aggregate)))];
        return terms.Length == 0 ? "0" : string.Join(" + ", terms);
    }

    private static string Times(decimal factor, string term) =>
        factor == 1 ? term : string.Create(CultureInfo.InvariantCulture, $"{factor} * {term}");

    private string Term(Aggregate aggregate)
    {
        string? filter = aggregate.Filter is { } kept ? Bound(kept) : null;
        if (aggregate.Function is AggregateFunction.Sum)
        {
            string value = Bound(aggregate.Argument!);
            return filter is null ? $"coalesce({value}, 0)" : $"coalesce(CASE WHEN {filter} THEN {value} END, 0)";
        }

        string[] conditions = [.. aggregate.Argument is { } argument ? [$"{Bound(argument)} IS NOT NULL"] : (string[])[], .. filter is null ? (string[])[] : [filter]];
        return conditions.Length == 0 ? "1" : $"CASE WHEN {string.Join(" AND ", conditions.Select(condition => $"({condition})"))} THEN 1 ELSE 0 END";
    }

    private string Bound(SqlFragment fragment)
    {
        if (fragment.Parameters.Any())
        {
            _parameters.Named(SqlFragment.DayOfQuestion, _request.AsOf);
        }

        return fragment.Under("f");
    }

    private IEnumerable<string> NameOf(Dimension dimension)
    {
        if (_own.Contains(dimension))
        {
            return ["NULL", $"CAST(l.{dimension.Name} AS VARCHAR)"];
        }

        return dimension.Member is { } member
            ? [member.Id is { } id ? $"CAST({dimension.Name}_name.{id} AS VARCHAR)" : "NULL", $"CAST({dimension.Name}_name.{dimension.Column} AS VARCHAR)"]
            : ["NULL", $"CAST({dimension.Owner}_of.{dimension.Column} AS VARCHAR)"];
    }

    private static IEnumerable<string> Naming(IGrouping<string, Dimension> table)
    {
        string columns = string.Join(", ", table.Select(Identity).Distinct(StringComparer.Ordinal));
        yield return $"INNER JOIN (SELECT DISTINCT part, {columns} FROM {table.Key}_part) AS {table.Key}_of ON {table.Key}_of.part = l.{table.Key}_part";
        foreach (Dimension dimension in table.Where(dimension => dimension.Member is not null))
        {
            string name = $"{dimension.Name}_name";
            string current = dimension.Member!.HasVersions ? $" AND {name}.is_current" : "";
            yield return $"INNER JOIN {dimension.Table!.Name} AS {name} ON {name}.{dimension.Member.DurableKey} = {table.Key}_of.{dimension.Member.DurableKey}{current}";
        }
    }
}
