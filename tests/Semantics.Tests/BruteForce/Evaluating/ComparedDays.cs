using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating;

/// <summary>The days that a number is made of, and the day of the question's period that each of them stands for.</summary>
internal sealed class ComparedDays
{
    private ComparedDays(DateOnly from, DateOnly to, Func<DateOnly, DateOnly> standsFor)
    {
        From = from;
        To = to;
        StandsFor = standsFor;
    }

    internal DateOnly From { get; }

    internal DateOnly To { get; }

    internal Func<DateOnly, DateOnly> StandsFor { get; }

    internal IEnumerable<DateOnly> All => Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(From.AddDays);

    internal static ComparedDays Of(MetricQuery query, Comparison? comparison)
    {
        (DateOnly from, DateOnly to) = (query.Period.From, query.Period.To);
        if (comparison is null)
        {
            return new(from, to, day => day);
        }

        if (comparison is Comparison.SamePeriodLastYear)
        {
            return Earlier(from, to, 12);
        }

        bool isWholeMonths = from.Day == 1 && to.AddDays(1).Day == 1;
        if (isWholeMonths)
        {
            DateOnly next = to.AddDays(1);
            return Earlier(from, to, (12 * (next.Year - from.Year)) + next.Month - from.Month);
        }

        int days = to.DayNumber - from.DayNumber + 1;
        return new(from.AddDays(-days), to.AddDays(-days), day => day.AddDays(days));
    }

    // The end of a month stays the end of a month.
    private static ComparedDays Earlier(DateOnly from, DateOnly to, int months)
    {
        bool endsMonth = to.AddDays(1).Day == 1;
        DateOnly end = endsMonth ? to.AddDays(1).AddMonths(-months).AddDays(-1) : to.AddMonths(-months);
        return new(from.AddMonths(-months), end, day => day.AddMonths(months));
    }
}
