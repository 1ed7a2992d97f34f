namespace ProdSales.Semantics;

/// <summary>The days that one pass reads, and the day and step of time of the question that each of them belongs to.</summary>
/// <remarks>
/// The days of the question and those that lie equally far from them are found by adding to a day. Others are looked up in a small table of pairs,
/// which takes the place of the calendar.
/// </remarks>
internal sealed class ScanCalendar
{
    private readonly SqlParameters _parameters;
    private readonly string _prefix;
    private readonly ShiftedDays _shift;
    private readonly DateOnly? _end;

    /// <param name="query">The question.</param>
    /// <param name="fact">The fact whose rows are read; null for the days themselves, which end with their period.</param>
    /// <param name="comparison">Which days, or null for those of the question.</param>
    /// <param name="parameters">Collects the values.</param>
    /// <param name="tables">Collects the tables of pairs.</param>
    internal ScanCalendar(MetricQuery query, Fact? fact, Comparison? comparison, SqlParameters parameters, StatementTables tables)
    {
        _parameters = parameters;
        _prefix = comparison?.Prefix ?? "";
        ComparedDays days = comparison is null ? new ShiftedDays(query.Period, 0, 0) : comparison.Of(query.Period, query.AsOf)!;
        IsMapped = days is MappedDays;
        _shift = days as ShiftedDays ?? new ShiftedDays(((MappedDays)days).Reach, 0, 0);
        _end = fact is not null && query.Ends(fact, _shift.Period.To) ? query.AsOf : null;
        Relation = days is MappedDays mapped ? tables.PairsOf(comparison!, mapped) : "dim_date";
    }

    /// <summary>True when days are looked up in a table of pairs.</summary>
    internal bool IsMapped { get; }

    /// <summary>The table that steps of time are read from, by its column <c>date</c>.</summary>
    internal string Relation { get; }

    /// <summary>The first day.</summary>
    internal string From => IsMapped ? $"(SELECT min(b.date) FROM {Relation} AS b)" : ReachFrom;

    /// <summary>The last day.</summary>
    internal string To => IsMapped ? $"(SELECT max(b.date) FROM {Relation} AS b)" : ReachTo;

    /// <summary>The last day, or the day of the question where that is earlier; null where no day is looked up, which <c>least</c> would pass over.</summary>
    internal string LastUntil(string asOf) => IsMapped ? $"(SELECT least(max(b.date), {asOf}) FROM {Relation} AS b HAVING count(*) > 0)" : $"least({ReachTo}, {asOf})";

    /// <summary>True when several days can belong to one of the question: the last days of a longer month, or days off.</summary>
    internal bool MergesDays => IsMapped || _shift.Months != 0;

    /// <summary>True when the days may begin only after the day of the question, which ends what is told of them.</summary>
    internal bool BeginsAhead => _end is { } asOf && (IsMapped || asOf < _shift.Period.From);

    /// <summary>True when the first day of a month belongs to the first day of one.</summary>
    internal bool KeepsMonths => !IsMapped && _shift.Days == 0;

    /// <summary>The condition that a day does not lie behind the day of the question, or null where the days end no later.</summary>
    internal string? Ended(string day) => _end is null ? null : $"{day} <= {Until}";

    private string ReachFrom => _parameters.Named($"{_prefix}from", _shift.Period.From);

    private string ReachTo => _parameters.Named($"{_prefix}to", _shift.Period.To);

    // The day of the question where it comes first and the rows tell what happened.
    private string Until => _end is { } asOf ? _parameters.Named(SqlFragment.DayOfQuestion, asOf) : ReachTo;

    /// <summary>The condition that a day is one of them, or lies near enough to be looked up.</summary>
    internal string Near(string day) => $"{day} BETWEEN {ReachFrom} AND {Until}";

    /// <summary>The condition that a day lies near enough, or so many days before that it may still speak.</summary>
    internal string NearOrBefore(string day, string days) => $"{day} BETWEEN {ReachFrom} - {days} AND {Until}";

    /// <summary>The condition that a day is one of them.</summary>
    internal string Holds(string day) => !IsMapped ? Near(day) : $"{day} IN (SELECT b.date FROM {Relation} AS b{(Ended("b.date") is { } ended ? $" WHERE {ended}" : "")})";

    /// <summary>The join that gives a day its steps of time under an alias.</summary>
    internal string Join(string alias, string day) => $"INNER JOIN {Relation} AS {alias} ON {alias}.date = {(IsMapped ? day : Shifted(day))}";

    /// <summary>The day of the question that a day belongs to.</summary>
    /// <param name="day">The day.</param>
    /// <param name="alias">Where the steps of the day are joined.</param>
    internal string OwnDay(string day, string alias) => IsMapped ? $"{alias}.day_start" : Shifted(day);

    /// <summary>The first day of the step of time that a day belongs to, without a join where the days allow it.</summary>
    internal string StepOf(TimeGrain grain, string day, string alias) => IsMapped ? $"{alias}.{StartOf(grain)}" : StartOf(grain, Shifted(day));

    /// <summary>The first day of the step of time that a day belongs to, worked out from parts of the day that tell the step; null where the calendar is quicker, or the days are not those of the question.</summary>
    internal (string Value, IReadOnlyList<string> By)? PartsOf(TimeGrain grain, string day) => (IsMapped, _shift, grain) switch
    {
        (false, { Months: 0, Days: 0 }, TimeGrain.Year) => ($"make_date(year({day}), 1, 1)", [$"year({day})"]),
        (false, { Months: 0, Days: 0 }, TimeGrain.Month) => ($"make_date(year({day}), month({day}), 1)", [$"year({day})", $"month({day})"]),
        _ => null,
    };

    /// <summary>The day of the other period that a day of the question is laid against; only where days are not looked up.</summary>
    internal string Back(string day) => Moved(day, '-');

    /// <summary>The column of the calendar that holds the first day of a step of time.</summary>
    internal static string StartOf(TimeGrain grain) => $"{grain.ToString().ToLowerInvariant()}_start";

    /// <summary>The first day of the step of time, read from the calendar that is joined under an alias.</summary>
    internal string StepColumn(string alias, TimeGrain grain) => grain is TimeGrain.Day && !IsMapped ? $"{alias}.date" : $"{alias}.{StartOf(grain)}";

    /// <summary>The first day of the step of time that a day lies in, worked out without the calendar.</summary>
    internal static string StartOf(TimeGrain grain, string day) => grain is TimeGrain.Day ? day : $"date_trunc('{grain.ToString().ToLowerInvariant()}', {day})";

    private string Shifted(string day) => Moved(day, '+');

    private string Moved(string day, char sign) => _shift switch
    {
        { Months: 0, Days: 0 } => day,
        { Months: 0 } => $"({day} {sign} {_parameters.Named($"{_prefix}days", _shift.Days)})",
        _ => $"CAST({day} {sign} to_months({_parameters.Named($"{_prefix}months", _shift.Months)}) AS DATE)",
    };
}
