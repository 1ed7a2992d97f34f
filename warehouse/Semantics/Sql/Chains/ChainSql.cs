namespace ProdSales.Semantics;

/// <summary>Writes a chain of cuts, each inside the one before, as one grouping of the pass by all its levels.</summary>
/// <remarks>
/// A row of an outer level lacks the keys of the inner ones and stands before their rows. Without ranks, and without joins of each level to the one around it,
/// the engine plans such a statement in a quarter of the time.
/// </remarks>
internal sealed class ChainSql
{
    private readonly QueryPlan _plan;
    private readonly IReadOnlyList<PlannedCut> _cuts;
    private readonly PlannedCut _finest;
    private readonly FactScan[] _scans;
    private readonly StatementTables _tables;

    private ChainSql(QueryPlan plan, StatementTables tables)
    {
        _plan = plan;
        _cuts = plan.AllCuts;
        _finest = _cuts[^1];
        _scans = [.. plan.Scans.Where(scan => _finest.Sources.Contains(scan.Source))];
        _tables = tables;
    }

    /// <summary>The columns that it gives, with what each holds; null where the cuts ask for more than sums of all that there is in its natural order.</summary>
    internal static ChainSql? Of(QueryPlan plan, StatementTables tables) =>
        plan is { Cuts.Count: 1, AllCuts: { Count: > 1 } cuts } && plan.Query.History.IsAsWas && cuts.All(cut => IsPlain(cut) && cut.Sources.SetEquals(cuts[^1].Sources)) && cuts[^1].Sources.Count > 0
        && new ChainSql(plan, tables) is { } chain && chain._scans.All(scan => scan.KeySets.Count == 1 && scan.SetFor(chain._finest.Keys).IsExact)
            ? chain
            : null;

    /// <summary>The SELECT of all rows, each followed by those inside it.</summary>
    /// <param name="columns">The columns of the result, in their order.</param>
    internal string Text(IReadOnlyList<string> columns)
    {
        Dictionary<string, string> told = Told();
        string[] order = [.. _cuts.SelectMany(cut => CutSql.NaturalOrder(cut.Key!).Prepend($"c.cut >= {cut.Index}").Skip(cut.Index == 0 ? 1 : 0))];
        string[] lines =
        [
            $"SELECT {string.Join(",\n    ", columns.Select(column => $"{told[column]} AS {SqlNames.Quoted(column)}"))}",
            $"FROM (\n{CutSql.Indented(Grouped())}\n) AS c",
            .. Joins(),
            $"ORDER BY {string.Join(", ", order)}",
        ];
        return string.Join('\n', lines);
    }

    private static bool IsPlain(PlannedCut cut) =>
        cut.Key is not null && cut.Cuts.Count <= 1 && cut.Request is { First: null, Order: null, EveryStep: false, Rows.Count: 0, Names.Count: 0, Values.Count: 0 }
        && cut.Request.Measures.Where(cut.Holds).All(request => request is { IsStatus: false, Target: null, Measure: { Guard: null, Attainment: null } } && !CountsDays(request.Measure.Formula) && (cut.Cuts.Count == 0 || IsSum(request)));

    private static bool IsSum(MeasureRequest request) => request.Measure.Aggregates().All(part => part.IsAdditive);

    private static bool CountsDays(Formula formula) => formula switch
    {
        PeriodDays => true,
        Arithmetic arithmetic => CountsDays(arithmetic.Left) || CountsDays(arithmetic.Right),
        ScalarCall call => call.Arguments.Any(CountsDays),
        _ => false,
    };

    private Dictionary<string, string> Told()
    {
        Dictionary<string, string> told = new(StringComparer.Ordinal) { ["cut"] = "c.cut" };
        foreach (CutField field in _cuts.SelectMany(cut => cut.Request.Fields))
        {
            if (CutSql.HolderOf(_finest, field) is { } holder)
            {
                told.TryAdd(field.Column, CutSql.NameOf(field, holder));
            }
        }

        string[] steps = [.. _finest.Keys.Where(key => key.Grain is not null).Reverse().Select(key => $"c.{key.Column}")];
        told["period"] = steps.Length == 1 ? steps[0] : $"coalesce({string.Join(", ", steps)})";
        foreach (MeasureRequest request in Measures())
        {
            told[request.Column] = $"c.{SqlNames.Quoted(request.Column)}";
        }

        return told;
    }

    private IEnumerable<MeasureRequest> Measures() =>
        _cuts.SelectMany(cut => cut.Request.Measures.Where(cut.Holds)).DistinctBy(request => request.Column);

    private string Grouped()
    {
        string[] keys = [.. _finest.Keys.Select(key => key.Column)];
        string level = $"grouping_id({string.Join(", ", keys)})";
        string[] columns =
        [
            $"CAST({keys.Length - 1} - bit_count({level}) AS SMALLINT) AS cut",
            .. keys,
            .. Measures().Select(request => $"{(IsSum(request) ? Value(request) : $"CASE WHEN {level} = 0 THEN {Value(request)} END")} AS {SqlNames.Quoted(request.Column)}"),
        ];
        string sources = string.Join("\nUNION ALL BY NAME\n", _scans.Select(scan => $"FROM {SqlNames.Quoted(scan.Source.Name)}"));
        string from = _scans.Length == 1 ? sources : $"FROM (\n{CutSql.Indented(sources)}\n) AS u";
        string sets = string.Join(", ", _cuts.Select(cut => $"({string.Join(", ", cut.Keys.Select(key => key.Column))})"));
        return $"SELECT {string.Join(",\n    ", columns)}\n{from}\nGROUP BY GROUPING SETS ({sets})";
    }

    private string Value(MeasureRequest request) =>
        MeasureSql.Of(request.Measure, part => Grouped(part, request.Comparison), () => throw new System.Diagnostics.UnreachableException());

    // What does not add up is told at the finest level alone, where each group is one row of the pass.
    private string Grouped(Aggregate part, Comparison? comparison)
    {
        FactScan scan = Array.Find(_scans, held => held.Source == ScanSource.Of(part, comparison, _finest))!;
        string function = part.IsAdditive ? "sum" : part.Function is AggregateFunction.MonthlySums ? "any_value" : "max";
        return $"{function}({SqlNames.Quoted(scan.ColumnOf(part))})";
    }

    // A row of an outer level has no member of the inner ones.
    private IEnumerable<string> Joins() => _cuts.Where(cut => cut.Key!.Dimension?.Member is not null).Select(cut =>
    {
        Dimension dimension = cut.Key!.Dimension!;
        string current = dimension.Member!.HasVersions ? $" AND {_tables.IsNaming(dimension.Name)}" : "";
        return $"{(cut.Index == 0 ? "INNER" : "LEFT")} JOIN {dimension.Table!.Name} AS {dimension.Name} ON {dimension.Name}.{dimension.Member.DurableKey} = c.{dimension.Name}_key{current}";
    });
}
