namespace ProdSales.Semantics;

/// <summary>Writes one pass over a fact.</summary>
internal sealed class ScanSql
{
    private readonly MetricQuery _query;
    private readonly FactScan _scan;
    private readonly SqlParameters _parameters;
    private readonly ScanCalendar _calendar;
    private readonly ScanJoins _joins;
    private readonly WindowSql _window;

    internal ScanSql(MetricQuery query, FactScan scan, SqlParameters parameters, StatementTables tables)
    {
        _query = query;
        _scan = scan;
        _parameters = parameters;
        _calendar = new ScanCalendar(query, Source.Fact, Source.Comparison, parameters, tables);
        _window = new WindowSql(scan, query, parameters, _calendar, Bound);
        _joins = new ScanJoins(Source, tables, _calendar, scan.Rollup?.Grain);
    }

    private ScanSource Source => _scan.Read;

    /// <summary>The SELECT that groups the fact's rows.</summary>
    internal string Text()
    {
        CutKey[] keys = Keys();
        bool isGroupedFirst = GroupsFirst();
        if (_calendar.IsMapped && !Source.ChoosesRows && !(isGroupedFirst && keys[0].Grain is not null))
        {
            _joins.KeepComparedDays();
        }

        if (Source.Through is not null)
        {
            return ByStep(keys);
        }

        if (isGroupedFirst)
        {
            return GroupedFirst(keys[0]);
        }

        string[] sums = [.. _scan.Aggregates.Select(part => $"{Taken(part.Aggregate)} AS {SqlNames.Quoted(part.Column)}")];
        if (_scan.KeySets.Count == 1)
        {
            (string Value, IReadOnlyList<string> By)[] grouped = [.. keys.Select(_joins.GroupOf)];
            string[] by = [.. grouped.SelectMany(key => key.By).Distinct(StringComparer.Ordinal)];
            return Select(
                [.. keys.Select((key, index) => $"{grouped[index].Value} AS {key.Column}"), .. sums],
                [by.Length == 0 ? "HAVING count(*) > 0" : $"GROUP BY {string.Join(", ", by)}"]);
        }

        string[] groups = [.. keys.Select(_joins.KeyOf)];
        string[] columns =
        [
            .. keys.Select((key, index) => $"{groups[index]} AS {key.Column}"),
            $"grouping_id({string.Join(", ", groups)}) AS key_set",
            .. sums,
        ];
        return Select(columns, GroupingSets(keys, groups));
    }

    /// <summary>The SELECT that counts the rows that go into the sums.</summary>
    internal string CountText()
    {
        foreach (CutKey key in Keys())
        {
            _joins.KeyOf(key);
        }

        return Rows(_ => ["count(*) AS row_count"]);
    }

    /// <summary>The SELECT of the rows that the pass groups, before they are grouped.</summary>
    /// <param name="columns">Gives the columns, with a writer of the model's pieces of SQL.</param>
    internal string Rows(Func<Func<SqlFragment, string>, IEnumerable<string>> columns)
    {
        if (_calendar.IsMapped && !Source.ChoosesRows)
        {
            _joins.KeepComparedDays();
        }

        return Select([.. columns(Bound)], []);
    }

    /// <summary>The same, with what a cut groups them by.</summary>
    internal string KeyedRows(IReadOnlyList<CutKey> keys, Func<Func<SqlFragment, string>, IEnumerable<string>> columns) =>
        Rows(bound => [.. keys.Select(key => $"{_joins.KeyOf(key)} AS {key.Column}"), .. columns(bound)]);

    private CutKey[] Keys() => [.. _scan.KeySets.SelectMany(set => set).Distinct()];

    // The sums of each step are made first, for every set of keys at once.
    private string ByStep(CutKey[] keys)
    {
        string[] groups = [.. keys.Select(_joins.KeyOf)];
        string[] marks = [.. keys.Select(key => key.Column), .. _scan.KeySets.Count > 1 ? ["key_set"] : (string[])[]];
        string[] inner =
        [
            .. keys.Select((key, index) => $"{groups[index]} AS {key.Column}"),
            .. _scan.KeySets.Count > 1 ? [$"grouping_id({string.Join(", ", groups)}) AS key_set"] : (string[])[],
            .. _scan.Aggregates.SelectMany((part, index) => StepSql.Sums(part.Aggregate, index, _window.PeriodEnd, Bound)),
        ];
        string step = StepSql.Step(_scan.Aggregates.First().Aggregate);
        IEnumerable<string> sets = _scan.KeySets.Select(set => $"({string.Join(", ", set.Select(key => groups[Array.IndexOf(keys, key)]).Append(step))})");
        IEnumerable<string> outer = marks.Concat(_scan.Aggregates.Select((part, index) => $"{StepSql.Value(part.Aggregate, index)} AS {SqlNames.Quoted(part.Column)}"));
        string select = $"SELECT {string.Join(",\n    ", outer)}\nFROM (\n{CutSql.Indented(Select(inner, [$"GROUP BY GROUPING SETS ({string.Join(", ", sets)})"]))}\n) AS s";
        return marks.Length == 0 ? $"{select}\nHAVING count(*) > 0" : $"{select}\nGROUP BY {string.Join(", ", marks)}";
    }

    private string Taken(Aggregate aggregate) => _scan.Rollup is { } rollup ? RollupSql.Resummed(rollup, aggregate) : _window.Taken(aggregate, Bound);

    private string Select(string[] columns, IEnumerable<string> grouping)
    {
        string[] conditions = [.. Conditions()];
        string[] lines =
        [
            $"SELECT {(columns.Length == 0 ? "count(*) AS row_count" : string.Join(",\n    ", columns))}",
            $"FROM {RelationName(Source.Fact)} AS f",
            .. _joins.Lines,
            .. _window.Joins(),
            .. conditions.Length == 0 ? (string[])[] : [$"WHERE {string.Join("\n  AND ", conditions)}"],
            .. grouping,
        ];
        return string.Join('\n', lines);
    }

    private bool GroupsFirst() =>
        !Source.ChoosesRows && Source.Window is not Window.Average && Source.Through is null
        && _scan.KeySets is [[{ IsCoarserThanItsColumn: true } only]] && _joins.HasRawColumn(only) && !(only.Grain is { } grain && _joins.IsOwnDay(grain)) && _scan.Aggregates.All(part => part.Aggregate.IsAdditive);

    // A fact has few days and hardly more versions than members: grouping by the fact's own column and joining what is left took
    // two thirds of the time of joining every row.
    private string GroupedFirst(CutKey key)
    {
        string raw = _joins.RawColumnOf(key);
        string[] sums = [.. _scan.Aggregates.Select(part => $"sum(g.{SqlNames.Quoted(part.Column)}) AS {SqlNames.Quoted(part.Column)}")];
        string[] inner = [$"{raw} AS own", .. _scan.Aggregates.Select(part => $"{Taken(part.Aggregate)} AS {SqlNames.Quoted(part.Column)}")];
        (string join, string group) = _joins.JoinOf(key, "g.own");
        return $"SELECT {string.Join(",\n    ", [$"{group} AS {key.Column}", .. sums])}\nFROM (\n{CutSql.Indented(Select(inner, [$"GROUP BY {raw}"]))}\n) AS g\n{join}\nGROUP BY {group}";
    }

    /// <summary>The value of <c>key_set</c> by which the rows of a set are known.</summary>
    internal static int KeySetMark(FactScan scan, int set)
    {
        CutKey[] keys = [.. scan.KeySets.SelectMany(held => held).Distinct()];
        int mark = 0;
        foreach (CutKey key in keys)
        {
            mark = (mark << 1) | (scan.KeySets[set].Contains(key) ? 0 : 1);
        }

        return mark;
    }

    /// <summary>The name under which the rows of a fact are read.</summary>
    internal static string RelationName(Fact fact) => fact.Relation.StartsWith('(') ? $"{fact.Name}_rows" : fact.Relation;

    private IEnumerable<string> GroupingSets(CutKey[] keys, string[] groups)
    {
        IEnumerable<string> sets = _scan.KeySets.Select(set => $"({string.Join(", ", set.Select(key => groups[Array.IndexOf(keys, key)]))})");
        return [$"GROUP BY GROUPING SETS ({string.Join(", ", sets)})", .. _scan.KeySets.Any(set => set.Count == 0) ? ["HAVING count(*) > 0"] : (string[])[]];
    }

    private IEnumerable<string> Conditions()
    {
        foreach (string condition in _window.Conditions())
        {
            yield return condition;
        }

        if (Source.Fact.Condition is { } always)
        {
            yield return Bound(always);
        }

        foreach (string condition in ScopeSql.Conditions(_query.Scope, Source.Fact, _parameters))
        {
            yield return condition;
        }

        foreach (MemberFilter filter in _query.Filters)
        {
            yield return FilterSql.Of(filter, _joins, _parameters);
        }
    }

    private string Bound(SqlFragment fragment) => Bound(fragment, "f");

    private string Bound(SqlFragment fragment, string alias)
    {
        if (fragment.Parameters.Contains(SqlFragment.DayOfQuestion))
        {
            _parameters.Named(SqlFragment.DayOfQuestion, _query.AsOf);
        }

        return fragment.Under(alias, _window.PeriodEnd);
    }
}
