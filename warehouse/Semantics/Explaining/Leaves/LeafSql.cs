using System.Globalization;

namespace ProdSales.Semantics;

/// <summary>Writes what leaves are read from: the one pass over a fact, with both sides in it, and the members behind the keys of its rows.</summary>
/// <remarks>The pass joins no dimension for the sake of a name: keys are dense integers, so that the members of a row are found by position.</remarks>
internal sealed class LeafSql
{
    private readonly ExplanationRequest _request;
    private readonly Decomposition _measure;
    private readonly Fact _fact;
    private readonly SqlParameters _parameters = new();
    private readonly ScanJoins _joins;

    internal LeafSql(ExplanationRequest request, Decomposition measure, Fact fact, IReadOnlyList<Dimension> dimensions)
    {
        _request = request;
        _measure = measure;
        _fact = fact;
        _joins = SideSql.JoinsOf(fact);
        Own = [.. dimensions.Where(IsOwnColumn)];
        Tables = [.. dimensions.Except(Own).GroupBy(dimension => dimension.Owner)];
    }

    /// <summary>The dimensions that are read from tables of their own, by table.</summary>
    internal IGrouping<string, Dimension>[] Tables { get; }

    /// <summary>The dimensions that the fact itself has as text.</summary>
    internal Dimension[] Own { get; }

    /// <summary>Whether the rows have a denominator beside their numerator.</summary>
    internal bool HasDenominator => _measure.Denominator is not null;

    /// <summary>The rows of both sides: <c>is_now</c>, a key for each of <see cref="Tables"/>, a text for each of <see cref="Own"/>, and what the row adds to both sums.</summary>
    internal SqlStatement Rows()
    {
        string[] names = ["is_now", .. Tables.Select(table => $"{table.Key}_key"), .. Own.Select(dimension => dimension.Name), "n", .. HasDenominator ? ["d"] : (string[])[]];
        string[] sides = [.. SideSql.Sides(_request, _fact, _joins, _parameters).Select(side => Select(side.IsNow, side.Within, names))];
        return new SqlStatement(string.Join("\nUNION ALL\n", sides), _parameters.Values, names);
    }

    private string Select(string isNow, string within, string[] names)
    {
        string[] values =
        [
            isNow,
            .. Tables.Select(table => $"CAST(f.{_fact.Reach[table.Key]} AS INTEGER)"),
            .. Own.Select(dimension => $"CAST(f.{_fact.Reach[dimension.Name]} AS VARCHAR)"),
            RowValue(_measure.Numerator),
            .. _measure.Denominator is { } below ? [RowValue(below)] : (string[])[],
        ];
        string[] conditions = [within, .. _fact.Condition is { } condition ? [Bound(condition)] : (string[])[], .. ScopeSql.Conditions(_request.Scope, _fact, _parameters), .. _request.Filters.Select(filter => FilterSql.Of(filter, _joins, _parameters))];
        string[] lines =
        [
            $"SELECT {string.Join(",\n    ", values.Zip(names, (value, name) => $"{value} AS {name}"))}",
            $"FROM {StatementSql.RowsOf(_fact, _request.AsOf, _parameters)} AS f", .. _joins.Lines, $"WHERE {string.Join("\n  AND ", conditions)}",
        ];
        return string.Join('\n', lines);
    }

    /// <summary>The members that each key of a table stands for: <c>part_key</c>, then the id (where members have one) and the name for each dimension.</summary>
    internal static SqlStatement Members(IGrouping<string, Dimension> table)
    {
        DimensionTable held = table.First().Table!;
        List<string> columns = [$"CAST(v.{held.Key} AS INTEGER) AS part_key"];
        List<string> joins = [];
        foreach (Dimension dimension in table)
        {
            string source = dimension.Member is { HasVersions: true } ? $"{dimension.Name}_name" : "v";
            if (dimension.Member is { HasVersions: true } versioned)
            {
                joins.Add($"\nINNER JOIN {held.Name} AS {source} ON {source}.{versioned.DurableKey} = v.{versioned.DurableKey} AND {source}.is_current");
            }

            columns.AddRange(dimension.Member?.Id is { } id ? [$"CAST({source}.{id} AS VARCHAR) AS {dimension.Name}_id"] : (string[])[]);
            columns.Add($"CAST({source}.{dimension.Column} AS VARCHAR) AS {dimension.Name}");
        }

        string text = $"SELECT {string.Join(",\n    ", columns)}\nFROM {held.Name} AS v{string.Concat(joins)}";
        return new SqlStatement(text, new SqlParameters().Values, [.. columns.Select(column => column[(column.LastIndexOf(' ') + 1)..])]);
    }

    private bool IsOwnColumn(Dimension dimension) =>
        _fact.Reach.ContainsKey(dimension.Name) && (dimension.Table is null || dimension.Owner != dimension.Name);

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
}
