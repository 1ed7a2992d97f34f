namespace ProdSales.Semantics;

/// <summary>Writes which targets were stated for a measure in each row of a cut: for exactly what the row is of, and for its days.</summary>
/// <remarks>
/// Of a sum, targets of parts of the days add up where they cover all of them, each day once; of several that lie inside each other the widest counts.
/// Of anything else the one counts that holds for all of the days, of several the narrowest; of a balance at least for the last of them.
/// docs/decisions/0053-targets-for-any-measure.md says why.
/// </remarks>
internal sealed class TargetSql(MetricQuery query, PlannedCut cut, Measure measure, SqlParameters parameters, StatementTables tables)
{
    /// <summary>What targets can be stated for.</summary>
    internal static Fact Stated { get; } = new()
    {
        Name = "stated_target",
        Relation = "fact_target",
        Tables = ["fact_target"],
        Time = "valid_from",
        Reach = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["employee"] = "employee_key",
            ["organisation"] = "organisation_key",
            ["region"] = "region_key",
            ["product"] = "product_key",
            ["product_line"] = "product_line",
            ["channel"] = "channel",
        },
        Place = new SourcePlace("", 1),
    };

    // What says nothing of a dimension, and the dimensions beside which it need say nothing: a seller sits in a team, and a team in a region.
    private static readonly (string Dimension, string SaysNothing, string[] Beside)[] Scopes =
    [
        ("employee", "f.employee_key = 0", []),
        ("organisation", "f.organisation_key = 0", ["employee"]),
        ("region", "f.own_region_key = 0", ["employee", "organisation"]),
        ("product", "f.product_key = 0", []),
        ("product_line", "f.product_line IS NULL", ["product"]),
        ("channel", "f.channel IS NULL", []),
    ];

    private readonly ScanJoins _joins = new(new ScanSource(Stated, null, Window.Period, null, null), tables, null);

    /// <summary>The targets of the measures that a cut is asked for.</summary>
    internal static IEnumerable<TargetSql> Of(MetricQuery query, PlannedCut cut, SqlParameters parameters, StatementTables tables) => cut.Request.Measures
        .Where(request => request.Target is not null && cut.Holds(request)).Select(request => request.Measure).DistinctBy(measure => measure.Name)
        .Where(_ => CanBeTold(query, cut)).Select(measure => new TargetSql(query, cut, measure, parameters, tables));

    /// <summary>The name of the table.</summary>
    internal string Table => $"targets_{cut.Index}_{measure.Name}";

    /// <summary>The measure.</summary>
    internal Measure Measure => measure;

    private bool SpeaksOfLastDay => measure.Aggregates().All(part => part.Window is not (Window.Period or Window.First or Window.Average or Window.Opening));

    private string[] KeyColumns => [.. cut.Keys.Select(key => key.Column)];

    private string Partition => string.Join(", ", KeyColumns.Append("step_first"));

    /// <summary>One row for each row of the cut for which there is a target, with its keys and the column <c>stated</c>.</summary>
    internal string Text() => measure.Additivity is Additivity.Additive ? Summed() : Spanning();

    /// <summary>What is asked of the target.</summary>
    /// <param name="part">What.</param>
    /// <param name="value">The value of the measure.</param>
    internal string Part(TargetPart part, string value)
    {
        string attained = $"(CAST({value} AS DOUBLE) / nullif({Table}.stated, 0))";
        return part switch
        {
            TargetPart.Value => $"{Table}.stated",
            TargetPart.Attainment => $"CASE WHEN {Table}.stated > 0 THEN {attained} END",
            _ => StatusSql.Of(measure, attained, $"{Table}.stated", parameters),
        };
    }

    private static bool CanBeTold(MetricQuery query, PlannedCut cut) =>
        query.Scope.Unreached(Stated) is null && !query.Scope.Masks(Stated, "target_value")
        && cut.Keys.All(key => key.Dimension is null || Stated.Reaches(key.Dimension))
        && query.Filters.All(filter => Stated.Reaches(filter.Dimension) && (Names(filter) || IsKey(cut, filter.Dimension)));

    private static bool Names(MemberFilter filter) => filter is { IsExcluding: false, Values: [not null] };

    private static bool IsKey(PlannedCut cut, Dimension dimension) => cut.Keys.Any(key => key.Dimension?.Name == dimension.Name);

    private string Summed()
    {
        string keys = string.Concat(KeyColumns.Select(column => $"{column}, "));
        return $"""
            SELECT {keys}CAST(sum(stated) AS DECIMAL(18,4)) AS stated
            FROM (
                SELECT *, max(last_day) OVER (PARTITION BY {Partition} ORDER BY first_day, last_day DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached,
                    count(*) OVER (PARTITION BY {Partition}, first_day, last_day) AS alike
                FROM (
            {CutSql.Indented(CutSql.Indented(Rows("f.valid_from >= s.step_first AND f.valid_to - 1 <= s.step_last")))}
                ) AS t
            ) AS w
            WHERE reached IS NULL OR last_day > reached
            GROUP BY {keys}step_first, step_last
            HAVING min(first_day) = step_first AND max(last_day) = step_last AND bool_and(reached IS NULL OR first_day = reached + 1) AND max(alike) = 1
            """;
    }

    private string Spanning()
    {
        string keys = string.Concat(KeyColumns.Select(column => $"{column}, "));
        string first = SpeaksOfLastDay ? "s.step_last" : "s.step_first";
        return $"""
            SELECT {keys}any_value(stated) AS stated
            FROM (
                SELECT *, rank() OVER (PARTITION BY {Partition} ORDER BY first_day > step_first, last_day - first_day) AS place
                FROM (
            {CutSql.Indented(CutSql.Indented(Rows($"f.valid_from <= {first} AND f.valid_to > s.step_last")))}
                ) AS t
            ) AS w
            WHERE place = 1
            GROUP BY {keys}step_first
            HAVING count(*) = 1
            """;
    }

    private string Rows(string days)
    {
        string[] conditions = [.. Conditions().Append(days)];
        string[] columns =
        [
            .. cut.Keys.Select(key => key.Dimension is null ? $"s.{key.Column}" : $"{_joins.KeyOf(key)} AS {key.Column}"),
            "s.step_first", "s.step_last", "f.valid_from AS first_day", "f.valid_to - 1 AS last_day", "f.target_value AS stated",
        ];
        return string.Join('\n',
        [
            $"SELECT {string.Join(", ", columns)}",
            "FROM fact_target AS f",
            .. _joins.Lines,
            $"CROSS JOIN ({Steps()}) AS s",
            $"WHERE {string.Join("\n  AND ", conditions)}",
        ]);
    }

    private string Steps()
    {
        string from = parameters.Named("from", query.Period.From);
        string to = parameters.Named("to", query.Period.To);
        CutKey[] steps = [.. cut.Keys.Where(key => key.Grain is not null)];
        if (steps.Length == 0)
        {
            return $"SELECT CAST({from} AS DATE) AS step_first, CAST({to} AS DATE) AS step_last";
        }

        string columns = string.Join(", ", steps.Select(key => $"CAST({ScanCalendar.StartOf(key.Grain!.Value, "c.date")} AS DATE) AS {key.Column}"));
        return $"SELECT {columns}, min(c.date) AS step_first, max(c.date) AS step_last FROM dim_date AS c WHERE c.date BETWEEN {from} AND {to} GROUP BY ALL";
    }

    private IEnumerable<string> Conditions()
    {
        yield return $"f.measure IN ({string.Join(", ", measure.TargetNames.Select((name, place) => parameters.Named($"target_{measure.Name}_{place + 1}", name)))})";
        foreach (string condition in ScopeSql.Conditions(query.Scope, Stated, parameters))
        {
            yield return condition;
        }

        foreach (MemberFilter filter in query.Filters)
        {
            yield return FilterSql.Of(filter, _joins, parameters);
        }

        HashSet<string> fixedHere =
        [
            .. cut.Keys.Select(key => key.Dimension).OfType<Dimension>().Concat(query.Filters.Concat(query.Scope.Predicates).Where(Names).Select(filter => filter.Dimension))
                .Select(dimension => Stated.Reach.ContainsKey(dimension.Name) ? dimension.Name : dimension.Owner),
        ];
        foreach ((_, string saysNothing, _) in Scopes.Where(scope => !fixedHere.Contains(scope.Dimension) && !scope.Beside.Any(fixedHere.Contains)))
        {
            yield return saysNothing;
        }
    }
}
