using ProdSales.Semantics;
using ProdSales.SemanticsTests.BruteForce.Stars;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating.Days;

/// <summary>Which days of a fact speak for each step of time, by the definition of the windows.</summary>
internal static class Slices
{
    internal static IReadOnlyList<Slice> Of(FactRows rows, MetricQuery query, DayPairs compared, Window window, IReadOnlyList<TimeGrain> grains)
    {
        if (compared.All.Count == 0)
        {
            return [];
        }

        if (grains.Count == 0)
        {
            return [.. Whole(rows, query, compared, window)];
        }

        return
        [
            .. compared.All.GroupBy(pair => string.Join('|', grains.Select(grain => Start(pair.StandsFor, grain).DayNumber)), StringComparer.Ordinal)
                .SelectMany(days => OfStep(rows, query, compared, window, [.. grains.Select(grain => Start(days.First().StandsFor, grain))], [.. days.Select(pair => pair.Day)])),
        ];
    }

    /// <summary>The keys of every step of a period under one row of the cut around it.</summary>
    internal static IEnumerable<object?[]> EverySteps(Period period, IReadOnlyList<CutRequest> path, IReadOnlyList<object?> outer) =>
        Enumerable.Range(0, period.To.DayNumber - period.From.DayNumber + 1).Select(period.From.AddDays)
            .Where(day => outer.Select((key, index) => path[index].Grain is not { } grain || Start(day, grain).Equals(key)).All(same => same))
            .Select(day => Start(day, path[^1].Grain!.Value)).Distinct()
            .Select(step => (object?[])[.. outer, step]);

    /// <summary>The days of each step up to the day of the question.</summary>
    internal static int? DaysOf(MetricQuery query, DayPairs compared, IReadOnlyList<TimeGrain> grains, IReadOnlyList<DateOnly> steps)
    {
        int days = compared.All.Count(pair => pair.Day <= query.AsOf && grains.Select((grain, index) => Start(pair.StandsFor, grain) == steps[index]).All(same => same));
        return days == 0 ? null : days;
    }

    internal static DateOnly Start(DateOnly day, TimeGrain grain) => grain switch
    {
        TimeGrain.Day => day,
        TimeGrain.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        TimeGrain.Month => new DateOnly(day.Year, day.Month, 1),
        TimeGrain.Quarter => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    private static IEnumerable<Slice> Whole(FactRows rows, MetricQuery query, DayPairs compared, Window window)
    {
        DateOnly last = compared.To < query.AsOf ? compared.To : query.AsOf;
        return window.ReachesBack()
            ? [new([], Reach(rows, window, compared.From, last, query.AsOf), 1, last)]
            : OfStep(rows, query, compared, window, [], [.. compared.All.Select(pair => pair.Day)]);
    }

    private static IEnumerable<Slice> OfStep(FactRows rows, MetricQuery query, DayPairs compared, Window window, IReadOnlyList<DateOnly> steps, IReadOnlyList<DateOnly> days)
    {
        if (window.ReachesBack())
        {
            DateOnly[] begun = [.. days.Where(day => day <= query.AsOf)];
            return begun.Length == 0 ? [] : [new(steps, Reach(rows, window, begun.Min(), begun.Max(), query.AsOf), 1, begun.Max())];
        }

        DateOnly end = compared.To < query.AsOf ? compared.To : query.AsOf;
        (int[] speaking, int divisor) = Snapshots.Of(rows, window, [.. days.Where(day => rows.IsAhead || day <= query.AsOf)], end);
        return [new(steps, speaking, divisor, end)];
    }

    private static int[] Reach(FactRows rows, Window window, DateOnly first, DateOnly last, DateOnly asOf)
    {
        DateOnly start = window switch
        {
            Window.MonthToDate => Start(last, TimeGrain.Month),
            Window.QuarterToDate => Start(last, TimeGrain.Quarter),
            Window.YearToDate => Start(last, TimeGrain.Year),
            _ => DateOnly.MinValue,
        };
        DateOnly end = window is Window.Opening ? first.AddDays(-1) : last;
        return [.. Enumerable.Range(0, rows.Days.Count).Where(row => rows.Days[row] >= start && rows.Days[row] <= end && (rows.IsAhead || rows.Days[row] <= asOf))];
    }
}
