namespace ProdSales.Semantics;

/// <summary>The days that a period is compared with, and the day of the question that each of them is laid against.</summary>
public abstract record ComparedDays
{
    private protected ComparedDays()
    {
    }
}

/// <summary>Days that all lie equally far from those of the question.</summary>
/// <param name="Period">The first and the last of them.</param>
/// <param name="Months">Months to add to one of them to reach its day of the question; where that month is shorter, its last day is meant.</param>
/// <param name="Days">Days to add.</param>
public sealed record ShiftedDays(Period Period, int Months, int Days) : ComparedDays
{
    /// <summary>The period moved back.</summary>
    internal static ShiftedDays Before(Period period, int months, int days)
    {
        DateOnly from = period.From.AddMonths(-months).AddDays(-days);
        DateOnly to = period.To.AddDays(1).Day == 1 && days == 0
            ? period.To.AddDays(1).AddMonths(-months).AddDays(-1)
            : period.To.AddMonths(-months).AddDays(-days);
        return new ShiftedDays(new Period(from, to), months, days);
    }
}

/// <summary>Days whose day of the question is looked up in the calendar.</summary>
public sealed record MappedDays : ComparedDays
{
    /// <summary>The calendar has a row for each day from here on.</summary>
    internal static readonly DateOnly FirstDay = new(1990, 1, 1);

    private readonly Func<Func<string, DateOnly, string>, string> _pairs;

    /// <summary>Makes them.</summary>
    /// <param name="reach">A span that holds all of them.</param>
    /// <param name="pairs">
    /// Writes FROM and WHERE over the calendar that pair each day <c>k</c> of the other period with its day <c>d</c> of the question,
    /// given what binds a day under a name.
    /// </param>
    internal MappedDays(Period reach, Func<Func<string, DateOnly, string>, string> pairs)
    {
        Reach = reach;
        _pairs = pairs;
    }

    /// <summary>A span that holds all of them, so that no other rows are read.</summary>
    public Period Reach { get; }

    /// <summary>The SELECT of the pairs: the day, and the steps of time that its day of the question lies in.</summary>
    internal string Text(Func<string, DateOnly, string> bound) =>
        $"SELECT k.date, d.date AS day_start, d.week_start, d.month_start, d.quarter_start, d.year_start\n{_pairs(bound)}";
}
