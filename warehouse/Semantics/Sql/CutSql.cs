namespace ProdSales.Semantics;

/// <summary>Writes the table of one cut: its rows with their measures, names and ranks.</summary>
internal sealed class CutSql(QueryPlan plan, PlannedCut cut, SqlParameters parameters, StatementTables tables)
{
    private readonly NestedRowsSql[] _rows = [.. NestedRowsSql.Of(plan, cut, parameters, tables)];

    private readonly TargetSql[] _targets = [.. TargetSql.Of(plan.Query, cut, parameters, tables)];

    private readonly FactScan[] _scans = [.. plan.Scans.Where(scan => cut.Sources.Contains(scan.Source))];

    /// <summary>The columns that it gives, beside ranks and keys.</summary>
    internal IEnumerable<string> Columns =>
        Fields.Select(named => named.Column).Concat(IsOverTime ? ["period"] : (string[])[]).Concat(Asked.SelectMany(ColumnsOf)).Distinct(StringComparer.Ordinal)
            .Concat(_rows.SelectMany(rows => (string[])[rows.Column, rows.Total]));

    /// <summary>The tables that it reads rows behind numbers and targets from.</summary>
    internal IEnumerable<(string Name, string Select)> RowTables => _rows.Select(rows => (rows.Table, rows.Text())).Concat(_targets.Select(stated => (stated.Table, stated.Text())));

    private IEnumerable<MeasureRequest> Asked => cut.Request.Measures.Where(cut.Holds).DistinctBy(request => request.Column);

    private static IEnumerable<string> ColumnsOf(MeasureRequest request) => request.Target is not null ? [request.Column, request.StatedColumn] :
    [
        request.Column,
        .. request.Measure.Guard is null ? (string[])[] : [request.SampleColumn],
        .. request.Measure.Attainment is null ? (string[])[] : [request.TargetColumn],
    ];

    private IEnumerable<CutField> Fields => cut.Request.Fields.Where(named => HolderOf(named) is not null).Distinct();

    private bool IsOverTime => cut.Keys.Any(key => key.Grain is not null);

    private bool NeedsGrouping => _scans.Length > 1 || cut.Request.EveryStep || !_scans.All(scan => scan.SetFor(cut.Keys).IsExact);

    /// <summary>The table of the cut, whose rows have ranks by which those of several cuts are told together.</summary>
    internal string Text() => string.Join('\n', [Select(Outer()), .. From(), .. Kept(), .. Limit()]);

    /// <summary>The whole of what is told where the cut is the only one: its rows in their order, without ranks.</summary>
    internal string LoneText() => string.Join('\n',
    [
        Select(Told("").Prepend($"CAST({cut.Index} AS SMALLINT) AS cut")),
        .. From(),
        .. Kept(),
        .. cut.Key is { } key ? [$"ORDER BY {string.Join(", ", Order(key))}"] : (string[])[],
        .. cut.Request.First is { } first && cut.Key is not null ? [$"LIMIT {parameters.Named($"first_{cut.Index}", first)}"] : (string[])[],
    ]);

    private static string Select(IEnumerable<string> columns) => $"SELECT {string.Join(",\n    ", columns)}";

    private IEnumerable<string> From()
    {
        string inner = _scans.Length == 0 && cut.Keys.Count > 0 && !cut.Request.EveryStep ? "" : Rows();
        return Joins().Prepend(inner.Length == 0 ? Empty() : $"FROM (\n{Indented(Foremost(inner))}\n) AS c");
    }

    // Rows that are not told for their values go first; of the rest, those that can be among the first are chosen by the measure alone before their names are looked up to break ties.
    private string Foremost(string rows)
    {
        string[] lines = cut.Key is null ? [] : [.. Where(KeptSql.Values(cut, "a", parameters)), .. First()];
        return lines.Length == 0 ? rows : string.Join('\n', [$"FROM (\n{Indented(rows)}\n) AS a", .. lines]);
    }

    private IEnumerable<string> First()
    {
        if (cut.Request.First is not { } first || cut.Request.Names.Count > 0 || cut.Request.Order is not { } by || by.Value?.Sql(cut, "") is not { } value)
        {
            yield break;
        }

        string order = $"{value} {Direction(by)} NULLS LAST";
        yield return $"QUALIFY rank() OVER ({Partition("")}ORDER BY {order}) <= {parameters.Named($"first_{cut.Index}", first)}";
    }

    private static IEnumerable<string> Where(IEnumerable<string> conditions) =>
        conditions.ToArray() is { Length: > 0 } all ? [$"WHERE {string.Join("\n  AND ", all)}"] : [];

    // Only a cut whose every measure is unavailable has nothing to read.
    private string Empty() => $"FROM (SELECT {string.Join(", ", cut.Keys.Select(key => $"NULL AS {key.Column}"))} WHERE false) AS c";

    private string Rows()
    {
        string[] sources = [.. _scans.Select(scan => $"FROM {Source(scan)}"), .. cut.Request.EveryStep ? [EveryStepSql.Of(plan.Query, cut, parameters)] : (string[])[]];
        if (sources.Length == 0)
        {
            return "SELECT 1 AS whole";
        }

        string from = sources.Length == 1 && _scans.Length == 1 ? Source(_scans[0]) : $"(\n{Indented(string.Join("\nUNION ALL BY NAME\n", sources))}\n) AS u";
        string[] keys = [.. cut.Keys.Select(key => key.Column)];
        string[] measures = [.. MeasureColumns()];
        string[] columns = [.. keys, .. measures];
        string group = NeedsGrouping && keys.Length > 0 ? $"\nGROUP BY {string.Join(", ", keys)}" : "";
        return $"SELECT {(columns.Length == 0 ? "count(*) AS row_count" : string.Join(",\n    ", columns))}\nFROM {from}{group}";
    }

    private string Source(FactScan scan)
    {
        (int set, _) = scan.SetFor(cut.Keys);
        string name = SqlNames.Quoted(scan.Source.Name);
        return scan.KeySets.Count == 1 ? name : $"{name} WHERE key_set = {ScanSql.KeySetMark(scan, set)}";
    }

    private IEnumerable<string> MeasureColumns()
    {
        IEnumerable<MeasureRequest> needed = Asked.Concat(cut.Request.Judged.Where(cut.Holds));
        return needed.Select(request => request with { Target = null }).DistinctBy(request => request.Column).SelectMany(Written).Distinct(StringComparer.Ordinal);
    }

    private IEnumerable<string> Written(MeasureRequest request)
    {
        string Column(Aggregate part) => ColumnOf(part, request.Comparison);
        string Days() => DaysSql.Of(plan.Query, cut, request.Comparison, parameters, tables);
        string told = RecordedStepSql.Guarded(MeasureSql.Of(request.Measure, Column, Days), plan.Query, cut, request, parameters);
        if (request.Measure.Attainment is { } attainment)
        {
            string target = MeasureSql.Text(attainment.Target, Column, Days);
            yield return $"CAST({target} AS DOUBLE) AS {SqlNames.Quoted(request.TargetColumn)}";
            told = request.IsStatus ? StatusSql.Of(request.Measure, told, target, parameters) : told;
        }

        if (request.Measure.Guard is { } guard)
        {
            string cases = $"coalesce({MeasureSql.Text(guard.Cases, Column, Days)}, 0)";
            yield return $"CAST({cases} AS BIGINT) AS {SqlNames.Quoted(request.SampleColumn)}";
            told = $"CASE WHEN {cases} >= {parameters.Named($"least_{request.Measure.Name}", guard.Least)} THEN {told} END";
        }

        yield return $"{told} AS {SqlNames.Quoted(request.Column)}";
    }

    private string ColumnOf(Aggregate aggregate, Comparison? comparison)
    {
        FactScan scan = Array.Find(_scans, held => held.Source == ScanSource.Of(aggregate, comparison, cut))!;
        string column = SqlNames.Quoted(scan.ColumnOf(aggregate));
        if (!NeedsGrouping && cut.Keys.Count > 0)
        {
            return column;
        }

        return aggregate.IsAdditive ? $"sum({column})" : $"{(aggregate.Function is AggregateFunction.MonthlySums ? "any_value" : "max")}({column})";
    }

    private IEnumerable<string> Outer()
    {
        foreach (PlannedCut outer in cut.WithAncestors().Reverse().Where(outer => outer != cut))
        {
            yield return $"p.rank_{outer.Depth}";
        }

        yield return $"{Rank()} AS rank_{cut.Depth}";
        foreach (CutKey key in cut.Keys)
        {
            yield return $"c.{key.Column}";
        }

        foreach (string told in Told("_name"))
        {
            yield return told;
        }
    }

    private IEnumerable<string> Told(string nameSuffix)
    {
        foreach (CutField field in Fields)
        {
            yield return $"{NameOf(field, HolderOf(field)!)} AS {SqlNames.Quoted(field.Column + nameSuffix)}";
        }

        if (IsOverTime)
        {
            yield return $"c.{cut.Keys.Last(key => key.Grain is not null).Column} AS period";
        }

        foreach (string column in Asked.Where(request => request.Target is null).SelectMany(ColumnsOf).Distinct(StringComparer.Ordinal))
        {
            yield return $"c.{SqlNames.Quoted(column)}";
        }

        foreach (MeasureRequest request in Asked.Where(request => request.Target is not null).SelectMany(request => (MeasureRequest[])[request, request with { Target = TargetPart.Value }]).DistinctBy(request => request.Column))
        {
            yield return $"{PartOf(request)} AS {SqlNames.Quoted(request.Column)}";
        }

        foreach (NestedRowsSql rows in _rows)
        {
            yield return $"{rows.Table}.rows AS {SqlNames.Quoted(rows.Column)}";
            yield return $"{rows.Table}.total AS {SqlNames.Quoted(rows.Total)}";
        }
    }

    private string PartOf(MeasureRequest request) =>
        Array.Find(_targets, stated => stated.Measure.Name == request.Measure.Name) is { } found ? found.Part(request.Target!.Value, $"c.{SqlNames.Quoted((request with { Target = null }).Column)}")
        : $"CAST(NULL AS {(request.Target is TargetPart.Value ? "DECIMAL(18,4)" : request.Target is TargetPart.Attainment ? "DOUBLE" : "VARCHAR")})";

    /// <summary>The name or id of a member, as text.</summary>
    internal static string NameOf(CutField field, PlannedCut holder) => field.Dimension.Table is null || holder.Key!.Dimension!.Member is null
        ? $"CAST(c.{field.Dimension.Name} AS VARCHAR)"
        : $"CAST({field.Dimension.Owner}.{(field.IsId ? field.Dimension.Member!.Id : field.Dimension.Column)} AS VARCHAR)";

    private IEnumerable<string> Joins()
    {
        if (cut.Parent is { } parent)
        {
            string on = parent.Keys.Count == 0 ? "true" : string.Join(" AND ", parent.Keys.Select(key => Same("p", key)));
            yield return $"INNER JOIN cut_{parent.Index} AS p ON {on}";
        }

        IEnumerable<Dimension> named = Fields.Select(field => HolderOf(field)!.Key!.Dimension!).Append(cut.Key?.Dimension).OfType<Dimension>();
        foreach (Dimension dimension in named.Where(dimension => dimension.Member is not null).Distinct())
        {
            string current = dimension.Member!.HasVersions ? $" AND {tables.IsNaming(dimension.Name)}" : "";
            yield return $"INNER JOIN {dimension.Table!.Name} AS {dimension.Name} ON {dimension.Name}.{dimension.Member.DurableKey} = c.{dimension.Name}_key{current}";
        }

        foreach (string table in _rows.Select(rows => rows.Table).Concat(_targets.Select(stated => stated.Table)))
        {
            yield return $"LEFT JOIN {table} ON {(cut.Keys.Count == 0 ? "true" : string.Join(" AND ", cut.Keys.Select(key => Same(table, key))))}";
        }
    }

    // Keys of members and days are never null; an attribute may be.
    private static string Same(string alias, CutKey key) =>
        key.Dimension is { Member: null } ? $"{alias}.{key.Column} IS NOT DISTINCT FROM c.{key.Column}" : $"{alias}.{key.Column} = c.{key.Column}";

    private string Rank()
    {
        if (cut.Key is null)
        {
            return "1";
        }

        return $"row_number() OVER ({Partition("c.")}ORDER BY {string.Join(", ", Order(cut.Key))})";
    }

    private string Partition(string alias)
    {
        string[] outer = [.. cut.Keys.Take(cut.Keys.Count - 1).Select(key => $"{alias}{key.Column}")];
        return outer.Length == 0 ? "" : $"PARTITION BY {string.Join(", ", outer)} ";
    }

    private static string Direction(CutOrder order) => order.IsDescending ? "DESC" : "ASC";

    private IEnumerable<string> Order(CutKey key) => cut.Request.Order is null ? NaturalOrder(key) : OrderAsked(key);

    /// <summary>The order of rows where none is asked for: the natural one of the members, or by their names.</summary>
    internal static IEnumerable<string> NaturalOrder(CutKey key)
    {
        if (key.Dimension?.Member is not { } member)
        {
            return [$"c.{key.Column} ASC NULLS LAST"];
        }

        string table = key.Dimension.Name;
        return
        [
            .. member.Order is { } natural ? [$"{table}.{natural} ASC NULLS LAST"] : (string[])[],
            $"{table}.{key.Dimension.Column} ASC NULLS LAST",
            .. member.Id is { } id ? [$"{table}.{id} ASC NULLS LAST"] : (string[])[],
            $"c.{key.Column} ASC",
        ];
    }

    private IEnumerable<string> OrderAsked(CutKey key)
    {
        CutOrder? order = cut.Request.Order;
        if (order?.Value?.Sql(cut, "c.") is { } value)
        {
            yield return $"{value} {Direction(order)} NULLS LAST";
        }

        string direction = order is { Measure: null, IsDescending: true } ? "DESC" : "ASC";
        if (key.Dimension?.Member is not { } member)
        {
            yield return $"c.{key.Column} {direction} NULLS LAST";
            yield break;
        }

        string table = key.Dimension.Name;
        yield return $"{table}.{key.Dimension.Column} {direction} NULLS LAST";
        if (member.Id is { } id)
        {
            yield return $"{table}.{id} ASC NULLS LAST";
        }

        yield return $"c.{key.Column} ASC";
    }

    private IEnumerable<string> Kept() => cut.Key is null ? [] : Where(KeptSql.Names(cut, parameters));

    private string[] Limit() => cut.Request.First is { } first && cut.Key is not null
        ? [$"QUALIFY rank_{cut.Depth} <= {parameters.Named($"first_{cut.Index}", first)}"]
        : [];

    private PlannedCut? HolderOf(CutField field) => HolderOf(cut, field);

    /// <summary>The cut that a field's value is known from: one by the dimension itself, or else one by the member whose attribute it is; null where there is none.</summary>
    internal static PlannedCut? HolderOf(PlannedCut cut, CutField field) =>
        cut.WithAncestors().FirstOrDefault(outer => outer.Key?.Dimension?.Name == field.Dimension.Name)
        ?? cut.WithAncestors().FirstOrDefault(outer => outer.Key?.Dimension is { Member: not null } dimension && dimension.Name == field.Dimension.Owner);

    internal static string Indented(string text) => "    " + text.Replace("\n", "\n    ", StringComparison.Ordinal);
}
