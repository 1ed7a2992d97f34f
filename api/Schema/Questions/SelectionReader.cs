using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Reads the selection below a root field as a question.</summary>
internal sealed class SelectionReader
{
    /// <summary>The most members that one cut gives for each row around it.</summary>
    internal const int MostRows = 10_000;

    /// <summary>The first day that can be asked for; there is room before it for the period to compare with.</summary>
    internal static readonly DateOnly FirstDay = new(1900, 1, 1);

    /// <summary>The last day that can be asked for.</summary>
    internal static readonly DateOnly LastDay = new(2199, 12, 31);

    private readonly List<Refusal> _refusals = [];

    private readonly bool _isTable;

    private SecurityScope _scope = SecurityScope.Full;

    private Subject? _subject;

    private SemanticModel? _model;

    private SelectionReader(bool isTable) => _isTable = isTable;

    /// <summary>The question of a root field, or the reasons why it is refused.</summary>
    internal static (SubjectQuestion? Question, IReadOnlyList<Refusal> Refusals) Read(Subtree subtree, Lazy<DateOnly> today, SecurityScope scope)
    {
        SelectionReader reader = new(isTable: false);
        MetricQuery query = reader.Query(subtree.Field, today, scope);
        return reader._refusals.Count > 0 ? (null, reader._refusals) : (new SubjectQuestion(subtree, query, [.. subtree.Field.Fields.Select(RootField)]), []);
    }

    /// <summary>What a root field asks of the warehouse as a table, whose rows are bounded only where the caller bounds them; or the reasons why it is refused.</summary>
    internal static (MetricQuery? Query, IReadOnlyList<Refusal> Refusals) ReadTable(SelectedField root, Lazy<DateOnly> today, SecurityScope scope)
    {
        SelectionReader reader = new(isTable: true);
        MetricQuery query = reader.Query(root, today, scope);
        return reader._refusals.Count > 0 ? (null, reader._refusals) : (query, []);
    }

    private MetricQuery Query(SelectedField root, Lazy<DateOnly> today, SecurityScope scope)
    {
        Subject subject = ((SubjectRole)root.Definition.Attachment!).Subject;
        (_scope, _subject) = (scope, subject);
        Dictionary<string, object?> span = root.Arguments.Value<Dictionary<string, object?>>("period")!;
        Period period = PeriodArgument.Of(span);
        if (period.To < period.From)
        {
            _refusals.Add(Refusal.PeriodEndsBeforeItStarts(period.From, period.To));
        }

        if (period.From < FirstDay || period.To > LastDay)
        {
            _refusals.Add(Refusal.PeriodOutOfRange(period.From, period.To));
        }

        MetricQuery query = new()
        {
            Subject = subject,
            Period = period,
            AsOf = root.Arguments.Has("asOf") && root.Arguments.Values["asOf"] is DateOnly day ? day : today.Value,
            History = HistoryOf(root.Arguments),
            Scope = scope,
            Filters = FilterReader.Read(subject, root.Arguments.Value<Dictionary<string, object?>>("where")),
            Cuts = [.. root.Fields.Where(IsCut).Select(field => Cut(field, period, []))],
        };
        if (ScopeCheck.Refusal(query) is { } refusal)
        {
            _refusals.Add(Refusal.Of(refusal));
        }

        if (_model is { } model && NestedRows.CursorRefusal(model, query) is { } strange)
        {
            _refusals.Add(Refusal.Of(strange));
        }

        return query;
    }

    private static AnswerField RootField(SelectedField selected) => selected.Definition.Attachment switch
    {
        _ when selected.IsTypeName => new TypeNameField(selected),
        RecordRole record => new RecordField(selected, record.Fact),
        _ => CutField(selected),
    };

    private static CutAnswer CutField(SelectedField selected) =>
        new(selected, selected.Definition.Attachment is not TotalRole, [.. Numbered(selected.Fields.Select(inner => InnerField(inner, null)))]);

    private static IEnumerable<AnswerField> Numbered(IEnumerable<AnswerField> fields)
    {
        int rows = 0;
        foreach (AnswerField field in fields)
        {
            yield return field is RowsField ? new RowsField(field.Selected, rows++) : field;
        }
    }

    private static AnswerField InnerField(SelectedField selected, Comparison? comparison) => selected.Definition.Attachment switch
    {
        _ when selected.IsTypeName => new TypeNameField(selected),
        NestedRowsRole => new RowsField(selected, 0),
        MeasureRole measure => ValueOf(selected, new MeasureRequest(measure.Measure, comparison)),
        StatusRole status => ValueOf(selected, new MeasureRequest(status.Measure, comparison, IsStatus: true)),
        NameRole name => new ColumnField(selected, name.Field.Column),
        PeriodRole => new ColumnField(selected, "period"),
        CompareRole => new GroupField(selected, [.. selected.Fields.Select(inner => InnerField(inner, ComparisonOf(selected)))]),
        TargetsRole => new GroupField(selected, [.. selected.Fields.Select(inner => InnerField(inner, null))]),
        TargetRole stated => new GroupField(selected, [.. selected.Fields.Select(part => TargetField(part, stated.Measure))]),
        _ => CutField(selected),
    };

    private static AnswerField TargetField(SelectedField selected, Measure measure) => selected.Definition.Attachment is TargetPartRole asked
        ? ValueOf(selected, new MeasureRequest(measure) { Target = asked.Part })
        : new TypeNameField(selected);

    private static ColumnField ValueOf(SelectedField selected, MeasureRequest asked) => new(selected, asked.Column) { Asked = asked };

    private CutRequest Cut(SelectedField selected, Period period, IReadOnlyList<string> around)
    {
        string name = selected.Name == "overTime" ? $"overTime({GrainOf(selected)})" : selected.Name;
        if (around.Contains(name))
        {
            _refusals.Add(Refusal.CutRepeated(name));
        }

        string[] way = selected.Name == "total" ? [.. around] : [.. around, name];
        Dimension? dimension = (selected.Definition.Attachment as DimensionCutRole)?.Dimension;
        bool isWhole = selected.Definition.Attachment is TotalRole;
        CutConditions conditions = isWhole ? CutConditions.None : CutConditions.Of(selected, NamedMeasure);
        if (conditions.Names.Any(condition => condition.IsById) && dimension?.Member?.Id is null)
        {
            _refusals.Add(Refusal.MembersWithoutIds(selected.Name));
        }

        return new CutRequest
        {
            Dimension = dimension,
            Grain = selected.Definition.Attachment is TimeCutRole ? GrainOf(selected) : null,
            EveryStep = EveryStepOf(selected, period),
            Measures = [.. selected.Fields.SelectMany(Requests)],
            Fields = [.. selected.Fields.Select(inner => inner.Definition.Attachment).OfType<NameRole>().Select(role => role.Field).Distinct()],
            Rows = [.. selected.Fields.Select(RowsOf).OfType<NestedRows>()],
            Names = conditions.Names,
            Values = conditions.Values,
            Order = isWhole ? null : OrderOf(selected),
            First = isWhole ? null : FirstOf(selected),
            Cuts = [.. selected.Fields.Where(IsCut).Select(inner => Cut(inner, period, way))],
        };
    }

    private NestedRows? RowsOf(SelectedField field)
    {
        if (field.Definition.Attachment is not NestedRowsRole role)
        {
            return null;
        }

        string name = field.Arguments.Value<string>("measure")!;
        int first = field.Arguments.Value<int>("first");
        Measure? measure = _subject!.Measures.FirstOrDefault(known => SchemaNames.Of(known) == name);
        Refusal? problem = _isTable ? Refusal.NoRowsInTable()
            : measure is null ? Refusal.NoSuchMeasure(name)
            : first is < 1 or > RowRequest.MostRows ? Refusal.FirstOutOfRange(first, RowRequest.MostRows)
            : NestedRows.Refusal(role.Model, measure, _scope) is { } reason ? Refusal.Of(reason) : null;
        if (problem is not null)
        {
            _refusals.Add(problem);
            return null;
        }

        _model = role.Model;
        return new NestedRows(measure!, first) { After = [.. (field.Arguments.Value<object?[]>("after") ?? []).Cast<string>()] };
    }

    private bool EveryStepOf(SelectedField selected, Period period)
    {
        if (selected.Definition.Attachment is not TimeCutRole || !selected.Arguments.Value<bool>("everyStep"))
        {
            return false;
        }

        int steps = ((period.To.DayNumber - period.From.DayNumber) / GrainOf(selected) switch { TimeGrain.Day => 1, TimeGrain.Week => 7, TimeGrain.Month => 28, TimeGrain.Quarter => 90, _ => 365 }) + 1;
        if (steps > MostRows)
        {
            _refusals.Add(Refusal.TooManySteps(steps));
        }

        return true;
    }

    private int? FirstOf(SelectedField selected)
    {
        bool isBounded = !_isTable || selected.Gives("first");
        int? first = isBounded && selected.Arguments.TryGet("first", out int? most) ? most : null;
        if (first < 1 || (first > MostRows && !_isTable))
        {
            _refusals.Add(Refusal.FirstOutOfRange(first.Value));
        }

        return first;
    }

    /// <summary>The measures that a field asks for, in their order.</summary>
    internal static IEnumerable<MeasureRequest> Requests(SelectedField field) => field.Definition.Attachment switch
    {
        MeasureRole role => [new MeasureRequest(role.Measure)],
        StatusRole role => [new MeasureRequest(role.Measure, IsStatus: true)],
        TargetsRole => field.Fields.SelectMany(Requests),
        TargetRole stated => field.Fields.Select(part => part.Definition.Attachment).OfType<TargetPartRole>().Select(asked => new MeasureRequest(stated.Measure) { Target = asked.Part }),
        CompareRole => field.Fields.SelectMany(Requests).Select(request => request with { Comparison = ComparisonOf(field) }),
        _ => [],
    };

    private CutOrder? OrderOf(SelectedField selected)
    {
        if (!selected.Arguments.TryGet("orderBy", out Dictionary<string, object?>? order))
        {
            return null;
        }

        (string key, object? direction) = order.Single(pair => pair.Value is not null);
        if (key == "compared")
        {
            Dictionary<string, object?> asked = (Dictionary<string, object?>)direction!;
            return new CutOrder(NamedMeasure((string)asked["measure"]!), (string)asked["direction"]! == "DESC")
            {
                Comparison = ComparisonOf((string)asked["to"]!, (bool)asked["clipped"]!),
                IsChange = (string)asked["of"]! == "CHANGE",
            };
        }

        Measure? measure = selected.Definition.Type.Named is GraphQL.Types.ObjectType cut && key != "member"
            ? (cut.Field(key)?.Attachment as MeasureRole)?.Measure
            : null;
        return new CutOrder(measure, (string)direction! == "DESC");
    }

    private static bool IsCut(SelectedField field) => field.Definition.Attachment is TotalRole or DimensionCutRole or TimeCutRole;

    private static TimeGrain GrainOf(SelectedField field) => Enum.Parse<TimeGrain>(field.Arguments.Value<string>("grain")!, ignoreCase: true);

    internal static History HistoryOf(Arguments arguments)
    {
        Dictionary<string, object?>? asked = arguments.Value<Dictionary<string, object?>>("history");
        return asked?.GetValueOrDefault("on") is DateOnly day ? History.On(day)
            : asked?.GetValueOrDefault("version") is "AS_IS" ? History.AsIs : History.AsWas;
    }

    // A measure of the subject by its name in the catalogue.
    private Measure? NamedMeasure(string name)
    {
        Measure? measure = _subject!.Measures.FirstOrDefault(known => SchemaNames.Of(known) == name);
        if (measure is null)
        {
            _refusals.Add(Refusal.NoSuchMeasure(name));
        }

        return measure;
    }

    private static Comparison ComparisonOf(SelectedField field) => ComparisonOf(field.Arguments.Value<string>("to")!, field.Arguments.Value<bool>("clipped"));

    internal static Comparison ComparisonOf(string name, bool isClipped)
    {
        Comparison comparison = Comparison.All.Single(known => SchemaNames.Constant(known.Name) == name);
        return isClipped ? comparison.Clipped() : comparison;
    }
}
