using ProdSales.Semantics;
using ProdSales.SemanticsTests.BruteForce.Stars;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating.Days;

/// <summary>Which rows speak for a number of days, by the definition of the windows: day by day and series by series.</summary>
internal static class Snapshots
{
    /// <summary>The rows, each as often as it speaks, and by what their sum is divided.</summary>
    internal static (int[] Rows, int Divisor) Of(FactRows rows, Window window, IReadOnlyList<DateOnly> days, DateOnly end)
    {
        if (window is Window.Period)
        {
            return ([.. days.SelectMany(day => On(rows.ByDay, day))], 1);
        }

        if (rows.Series is { } series && rows.Lasts is null)
        {
            return ([.. series.SelectMany(own => OfOwn(rows, own, window, days, end))], 1);
        }

        DateOnly[] taken = Taken([.. days.Where(rows.SnapshotDays.Contains)], rows.SnapshotDays, window, end);
        int divisor = window is Window.Average ? Math.Max(1, taken.Length) : 1;
        return rows.Series is { } carried && rows.Lasts is { } lasts
            ? ([.. taken.SelectMany(day => carried.SelectMany(own => Carried(rows, own, day, lasts)))], divisor)
            : ([.. taken.SelectMany(day => On(rows.ByDay, day))], divisor);
    }

    private static IEnumerable<int> OfOwn(FactRows rows, IEnumerable<int> own, Window window, IReadOnlyList<DateOnly> days, DateOnly end)
    {
        HashSet<DateOnly> held = [.. own.Select(row => rows.Days[row]).OfType<DateOnly>()];
        DateOnly[] taken = Taken([.. days.Where(held.Contains)], rows.SnapshotDays, window, end);
        return own.Where(row => rows.Days[row] is { } day && taken.Contains(day));
    }

    // The last snapshot of the series up to a day, unless it is too old.
    private static IEnumerable<int> Carried(FactRows rows, IEnumerable<int> own, DateOnly day, int lasts)
    {
        DateOnly? last = own.Select(row => rows.Days[row]).Where(sent => sent <= day && sent >= day.AddDays(-lasts)).Max();
        return own.Where(row => last is not null && rows.Days[row] == last);
    }

    private static DateOnly[] Taken(DateOnly[] seen, HashSet<DateOnly> all, Window window, DateOnly end) => window switch
    {
        Window.Last => [.. seen.Order().TakeLast(1)],
        Window.First => [.. seen.Order().Take(1)],
        Window.LastComplete => [.. seen.Where(day => LastOfMonth(day) <= end && LastOfMonth(day) <= all.Max()).Order().TakeLast(1)],
        _ => seen,
    };

    private static DateOnly LastOfMonth(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1);

    private static IReadOnlyList<int> On(IReadOnlyDictionary<DateOnly, IReadOnlyList<int>> byDay, DateOnly day) => byDay.GetValueOrDefault(day) ?? [];
}
