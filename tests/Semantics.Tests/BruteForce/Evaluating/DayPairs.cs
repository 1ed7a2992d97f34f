using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating;

/// <summary>The days that a number is made of, and the day of the question's period that each of them stands for.</summary>
internal sealed class DayPairs
{
    private DayPairs(DateOnly from, DateOnly to, IEnumerable<(DateOnly Day, DateOnly StandsFor)> pairs)
    {
        From = from;
        To = to;
        All = [.. pairs];
    }

    internal DateOnly From { get; }

    internal DateOnly To { get; }

    internal IReadOnlyList<(DateOnly Day, DateOnly StandsFor)> All { get; }

    internal static DayPairs Of(MetricQuery query, Comparison? comparison)
    {
        (DateOnly from, DateOnly to) = (query.Period.From, query.Period.To);
        if (comparison is null)
        {
            return new(from, to, Days(from, to).Select(day => (day, day)));
        }

        DateOnly until = comparison.IsClipped && from <= query.AsOf && query.AsOf < to ? query.AsOf : to;
        return comparison.Name switch
        {
            "previous_period" => Previous(from, to, until),
            "same_period_last_year" => Months(from, until, 12),
            "previous_fiscal_period" => Within(Months(from, until, MonthsOfFiscalPeriod(from, to)), from, until),
            "same_period_last_fiscal_year" => Within(Months(from, until, 12), from, until),
            "same_workdays_previous_period" => Workdays(Previous(from, to, to), from, until),
            "same_workdays_last_year" => Workdays(Months(from, to, 12), from, until),
            "spring_festival_last_year" => Festival(from, to, until),
            _ => throw new InvalidOperationException($"No comparison {comparison.Name}."),
        };
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) => Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);

    // Whole months against whole months, else the days just before.
    private static DayPairs Previous(DateOnly from, DateOnly to, DateOnly until)
    {
        DateOnly next = to.AddDays(1);
        return from.Day == 1 && next.Day == 1
            ? Months(from, until, (12 * (next.Year - from.Year)) + next.Month - from.Month)
            : Earlier(from, until, next.DayNumber - from.DayNumber);
    }

    // The month, quarter or year that holds the whole period; as many years where no one year does. Fiscal months are those of the calendar here.
    private static int MonthsOfFiscalPeriod(DateOnly from, DateOnly to)
    {
        if (to.Year > from.Year)
        {
            return 12 * (to.Year - from.Year + 1);
        }

        bool isOneQuarter = (to.Month - 1) / 3 == (from.Month - 1) / 3;
        return to.Month == from.Month ? 1 : isOneQuarter ? 3 : 12;
    }

    private static DayPairs Earlier(DateOnly from, DateOnly until, int days) =>
        new(from.AddDays(-days), until.AddDays(-days), Days(from, until).Select(day => (day.AddDays(-days), day)));

    // The end of a month stays the end of a month; days that a month lacks count with its last.
    private static DayPairs Months(DateOnly from, DateOnly until, int months)
    {
        DateOnly next = until.AddDays(1);
        DateOnly first = from.AddMonths(-months);
        DateOnly last = next.Day == 1 ? next.AddMonths(-months).AddDays(-1) : until.AddMonths(-months);
        return new(first, last, Days(first, last).Select(day => (day, day.AddMonths(months))));
    }

    // The n-th workday against the n-th; days off go with the workday before them, those at the start with the first.
    private static DayPairs Workdays(DayPairs other, DateOnly from, DateOnly until)
    {
        DateOnly[] own = [.. Days(from, until).Where(PlantCalendar.IsWorkday)];
        List<(DateOnly, DateOnly)> pairs = [];
        int number = 0;
        foreach (DateOnly day in Days(other.From, other.To))
        {
            number += PlantCalendar.IsWorkday(day) ? 1 : 0;
            int place = Math.Max(number, 1);
            if (place <= own.Length)
            {
                pairs.Add((day, own[place - 1]));
            }
        }

        return Spanning(pairs);
    }

    // Fiscal months are those of the calendar here; a period that starts on 29 February has no counterpart of that day.
    private static DayPairs Within(DayPairs pairs, DateOnly from, DateOnly until) =>
        Spanning([.. pairs.All.Where(pair => pair.StandsFor >= from && pair.StandsFor <= until)]);

    private static DayPairs Spanning(List<(DateOnly Day, DateOnly StandsFor)> pairs) =>
        pairs.Count == 0 ? new(DateOnly.MinValue, DateOnly.MinValue, pairs) : new(pairs[0].Day, pairs[^1].Day, pairs);

    private static DayPairs Festival(DateOnly from, DateOnly to, DateOnly until)
    {
        int middle = (from.DayNumber + to.DayNumber) / 2;
        int nearest = Enumerable.Range(1, PlantCalendar.SpringFestivals.Count - 1).MinBy(index => Math.Abs(PlantCalendar.SpringFestivals[index].DayNumber - middle));
        return Earlier(from, until, PlantCalendar.SpringFestivals[nearest].DayNumber - PlantCalendar.SpringFestivals[nearest - 1].DayNumber);
    }
}
