namespace ProdSales.Semantics;

/// <summary>Writes which rows of a fact speak for the period, or for each step of time in it.</summary>
internal sealed class WindowSql(FactScan scan, MetricQuery query, SqlParameters parameters, ScanCalendar calendar)
{
    private ScanSource Source => scan.Read;

    private string Time => $"f.{Source.Fact.Time}";

    private string Rows => $"{ScanSql.RelationName(Source.Fact)} AS s";

    private string Within => calendar.Holds($"s.{Source.Fact.Time}");

    private string AsOf => parameters.Named(SqlFragment.DayOfQuestion, query.AsOf);

    private string LastDay => calendar.LastUntil(AsOf);

    /// <summary>True when rows belong to steps of time by what the window spans, not by their own day.</summary>
    internal bool HasSpans => Source.Window.ReachesBack() && Source.Step is not null;

    /// <summary>The last day that a row of the result speaks for.</summary>
    internal string PeriodEnd => HasSpans ? "spans.last_day" : LastDay;

    /// <summary>The step of time that a row belongs to, where the window has spans.</summary>
    internal static string KeyOf(TimeGrain grain) => $"spans.{grain.ToString().ToLowerInvariant()}";

    /// <summary>An aggregate as the window wants it.</summary>
    internal string Taken(string aggregate) => Source.Window is Window.Average ? $"{aggregate} / any_value(spans.days)" : aggregate;

    /// <summary>The small tables that the fact is joined to.</summary>
    internal IEnumerable<string> Joins() => Source switch
    {
        { Window: Window.Average, Step: null } => [$"CROSS JOIN (SELECT count(DISTINCT s.{Source.Fact.Time}) AS days FROM {Rows} WHERE {Within}) AS spans"],
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

        string period = calendar.Near(Time);
        return Source.Window is Window.Period or Window.Average ? [period] : [period, Chosen()];
    }

    private string Reach(string first, string last) => Source.Window switch
    {
        Window.Opening => $"{Time} < {first}",
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
        $"SELECT {calendar.StepOf(step, $"s.{Source.Fact.Time}", "c")} AS step, count(DISTINCT s.{Source.Fact.Time}) AS days FROM {Rows}"
        + (calendar.IsMapped ? $" {calendar.Join("c", $"s.{Source.Fact.Time}")} GROUP BY ALL" : $" WHERE {Within} GROUP BY ALL");

    private string Chosen()
    {
        string time = $"s.{Source.Fact.Time}";
        string chosen = Source.Window is Window.First ? $"min({time})" : $"max({time})";
        string within = $"WHERE {Within}{(Source.Window is Window.LastComplete ? $" AND last_day({time}) <= {calendar.To}" : "")}";
        return Source.Step switch
        {
            null => $"{Time} = (SELECT {chosen} FROM {Rows} {within})",
            TimeGrain.Day when !calendar.MergesDays => $"{Time} IS NOT NULL",
            TimeGrain.Day when !calendar.IsMapped => $"{Time} IN (SELECT {chosen} FROM {Rows} {within} GROUP BY {calendar.OwnDay(time, "c")})",
            { } step => $"{Time} IN (SELECT {chosen} FROM {Rows} {calendar.Join("c", time)} {within} GROUP BY c.{ScanCalendar.StartOf(step)})",
        };
    }

    private string StartOf(string day, TimeGrain grain) => grain is TimeGrain.Day && !calendar.IsMapped ? $"{day}.date" : $"{day}.{ScanCalendar.StartOf(grain)}";
}
