using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating;

/// <summary>Gives what flowed in on each day up to a last day; null where there is no row.</summary>
internal delegate (IReadOnlyList<(DateOnly Day, Number Flow)> Flows, DateOnly Last)? MonthsOf(Aggregate part);

/// <summary>The days whose flow makes up a balance, by the book: month by month back from the end, of the last one a share.</summary>
internal static class CountingBack
{
    internal static Number? Days(Number? balance, (IReadOnlyList<(DateOnly Day, Number Flow)> Flows, DateOnly Last)? known)
    {
        if (balance is not { } owed || owed.Approximate <= 0)
        {
            return balance is null ? null : Number.Of(0d);
        }

        if (known is not ({ Count: > 0 } flows, var last))
        {
            return null;
        }

        double left = owed.Approximate;
        DateOnly end = last;
        DateOnly oldest = flows.Min(flow => flow.Day);
        while (end >= oldest)
        {
            DateOnly first = new(end.Year, end.Month, 1);
            double brought = flows.Where(flow => flow.Day >= first && flow.Day <= end).Sum(flow => flow.Flow.Approximate);
            if (brought >= left)
            {
                return Number.Of(last.DayNumber - end.DayNumber + (left / brought * (end.DayNumber - first.DayNumber + 1)));
            }

            left -= brought;
            end = first.AddDays(-1);
        }

        return null;
    }
}
