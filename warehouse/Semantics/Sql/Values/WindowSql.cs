namespace ProdSales.Semantics;

/// <summary>Writes which rows of a fact speak for the period, or for each step of time in it.</summary>
internal sealed class WindowSql(FactScan scan, MetricQuery query, SqlParameters parameters, ScanCalendar calendar, Func<SqlFragment, string, string> bound)
{
    private readonly SnapshotDays _days = new(scan.Read.Fact, ScanSql.RelationName(scan.Read.Fact), bound);

    private ScanSource Source => scan.Read;

    private string Time => $"f.{Source.Fact.Time}";

    private string[] Within => Source.Window is Window.LastComplete ? [calendar.Holds(_days.Day), IsComplete] : [calendar.Holds(_days.Day)];

    // Its month has ended by the end of the period and the day of the question, and there is a snapshot of its last day or a later one: nothing of it is still to come.
    private string IsComplete => $"last_day({_days.Day}) <= least({calendar.To}, {AsOf}, (SELECT max({_days.Day}) {_days.From([])}))";

    private string Lasts => parameters.Named($"{Source.Fact.Name}_lasts", Source.Fact.Series!.Lasts!.Value);

    private string AsOf => parameters.Named(SqlFragment.DayOfQuestion, query.AsOf);

    private string LastDay => calendar.LastUntil(AsOf);

    // Rows belong to steps of time by what the window spans, not by their own day.
    private bool HasSpans => Source.Window.ReachesBack() && Source.Step is not null;

    /// <summary>The last day that a row of the result speaks for.</summary>
    internal string PeriodEnd => HasSpans ? "spans.last_day" : LastDay;

    /// <summary>The step of time that a row belongs to, where the window has spans.</summary>
    internal static string KeyOf(TimeGrain grain) => $"spans.{grain.ToString().ToLowerInvariant()}";

    /// <summary>An aggregate as the window wants it.</summary>
    internal string Taken(Aggregate aggregate, Func<SqlFragment, string> written) => Source switch
    {
        { Window: Window.Average, IsCarried: true } => $"{AggregateSql.Weighed(aggregate, "spans.weight", written)} / any_value(spans.days)",
        { Window: Window.Average } => $"{AggregateSql.Of(aggregate, written)} / any_value(spans.days)",
        _ => AggregateSql.Of(aggregate, written),
    };

    /// <summary>The small tables that the fact is joined to.</summary>
    internal IEnumerable<string> Joins() => Source switch
    {
        { IsCarried: true } => [$"INNER JOIN (\n{CutSql.Indented(new CarriedSql(scan, calendar, _days, Lasts).Spans(Within))}\n) AS spans ON spans.series = f.{Source.Fact.Series!.Column} AND spans.spoken = {Time}"],
        { Window: Window.Average, Step: null } => [$"CROSS JOIN (SELECT count(DISTINCT {_days.Day}) AS days {_days.From(Within)}) AS spans"],
        { Window: Window.Average, Step: { } step } => [$"INNER JOIN ({DaysByStep(step)}) AS spans ON spans.step = {calendar.StepOf(step, Time, "calendar")}"],
        _ when HasSpans => [$"INNER JOIN (\n{CutSql.Indented(Spans())}\n) AS spans ON {Reach("spans.first_day", "spans.last_day")}"],
        _ => [],
    };

    /// <summary>What holds for the day of every row.</summary>
    internal IEnumerable<string> Conditions()
    {
        if (Source.Window.ReachesBack())
        {
            return HasSpans ? [] : [Reach(calendar.From, LastDay)];
        }

        if (Source.IsCarried)
        {
            return [calendar.NearOrBefore(Time, Lasts)];
        }

        string period = calendar.Near(Time);
        return Source.Window is Window.Period or Window.Average ? [period] : [period, Chosen()];
    }

    private string Reach(string first, string last) => Source.Window switch
    {
        Window.Opening => $"{Time} < {first}{(calendar.BeginsAhead ? $" AND {calendar.Ended(Time)}" : "")}",
        Window.Cumulative => $"{Time} <= {last}",
        _ => $"{Time} BETWEEN date_trunc('{Source.Window.Start()!.Value.ToString().ToLowerInvariant()}', {last}) AND {last}",
    };

    // Comparing with last year shifts the days: the step of a day is that of the day which it is compared with.
    private string Spans()
    {
        TimeGrain[] grains = [.. scan.KeySets.SelectMany(set => set).Select(key => key.Grain).OfType<TimeGrain>().Distinct()];
        bool isShifted = Source.Comparison is not null && !calendar.IsMapped;
        string day = isShifted ? "k" : "c";
        IEnumerable<string> columns = grains.Select(grain =>
            $"{(grain == Source.Step ? StartOf(day, grain) : $"max({StartOf(day, grain)})")} AS {grain.ToString().ToLowerInvariant()}");
        string join = isShifted ? $"\n{calendar.Join("k", "c.date")}" : "";
        return $"SELECT {string.Join(", ", columns)}, min(c.date) AS first_day, max(c.date) AS last_day\nFROM {calendar.Relation} AS c{join}"
            + $"\nWHERE {(calendar.IsMapped ? "" : $"{calendar.Near("c.date")} AND ")}c.date <= {AsOf}\nGROUP BY {StartOf(day, Source.Step!.Value)}";
    }

    private string DaysByStep(TimeGrain step) =>
        $"SELECT {calendar.StepOf(step, _days.Day, "c")} AS step, count(DISTINCT {_days.Day}) AS days "
        + $"{(calendar.IsMapped ? _days.From([.. calendar.Ended(_days.Day) is { } ended ? [ended] : (string[])[]], calendar.Join("c", _days.Day)) : _days.From(Within))} GROUP BY ALL";

    private string Chosen()
    {
        string chosen = Source.Window is Window.First ? $"min({_days.Day})" : $"max({_days.Day})";
        bool isOne = Source.Fact.Series is null;
        string taken = isOne ? chosen : $"{_days.Series}, {chosen}";
        string told = isOne ? Time : $"(f.{Source.Fact.Series!.Column}, {Time})";
        string group = isOne ? "" : $"{_days.Series}, ";
        return Source.Step switch
        {
            null when isOne => $"{Time} = (SELECT {chosen} {_days.From(Within)})",
            null => $"{told} IN (SELECT {taken} {_days.From(Within)} GROUP BY {_days.Series})",
            TimeGrain.Day when !calendar.MergesDays && Source.Window is not Window.LastComplete => $"{Time} IS NOT NULL",
            TimeGrain.Day when !calendar.IsMapped => $"{told} IN (SELECT {taken} {_days.From(Within)} GROUP BY {group}{calendar.OwnDay(_days.Day, "c")})",
            { } step => $"{told} IN (SELECT {taken} {_days.From(Within, calendar.Join("c", _days.Day))} GROUP BY {group}c.{ScanCalendar.StartOf(step)})",
        };
    }

    private string StartOf(string day, TimeGrain grain) => calendar.StepColumn(day, grain);
}
