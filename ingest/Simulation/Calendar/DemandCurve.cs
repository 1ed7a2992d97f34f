namespace ProdSales.Simulation.Calendar;

/// <summary>How demand is spread over the days: growth, season, and the lull around the Spring Festival.</summary>
/// <remarks>Time is measured in demand: from the first to the last day of the company it is 1.</remarks>
internal sealed class DemandCurve
{
    private const double YearlyGrowth = 0.08;

    /// <summary>Days after the last one for which plans are made.</summary>
    private const int DaysAhead = 120;

    private static readonly double[] Season = [0.88, 0.80, 1.18, 1.10, 1.06, 1.04, 0.92, 0.90, 1.06, 1.02, 1.08, 1.12];

    private readonly double[] _elapsed;

    internal DemandCurve(DateOnly first, DateOnly last, int daysBefore)
    {
        First = first;
        Last = last;
        Start = first.AddDays(-daysBefore);
        _elapsed = new double[last.DayNumber - Start.DayNumber + 2 + DaysAhead];
        for (int day = 1; day < _elapsed.Length; day++)
        {
            _elapsed[day] = _elapsed[day - 1] + Weight(Start.AddDays(day - 1));
        }

        double total = _elapsed[^(1 + DaysAhead)] - _elapsed[daysBefore];
        for (int day = 0; day < _elapsed.Length; day++)
        {
            _elapsed[day] /= total;
        }
    }

    internal DateOnly First { get; }

    internal DateOnly Last { get; }

    /// <summary>Gets the day on which the sales pipeline begins to fill, before the first day.</summary>
    internal DateOnly Start { get; }

    internal static double SeasonOf(int month) => Season[month - 1];

    /// <summary>The share of the whole demand that falls on a day.</summary>
    internal double ShareOf(DateOnly day) => _elapsed[Index(day) + 1] - _elapsed[Index(day)];

    /// <summary>The share of the whole demand from one day to another, both inclusive; days outside count as none.</summary>
    internal double ShareOf(DateOnly from, DateOnly to) =>
        to < from ? 0 : _elapsed[Math.Clamp(Index(to) + 1, 0, _elapsed.Length - 1)] - _elapsed[Math.Clamp(Index(from), 0, _elapsed.Length - 1)];

    /// <summary>The first day after a day by which a share of the whole demand has gone by; null when that is after the last day.</summary>
    internal DateOnly? DayAfter(DateOnly day, double share)
    {
        double goal = _elapsed[Index(day) + 1] + share;
        int found = Array.BinarySearch(_elapsed, goal);
        found = found < 0 ? ~found : found;
        return found >= _elapsed.Length ? null : Start.AddDays(Math.Max(found - 1, Index(day) + 1)) is var next && next <= Last ? next : null;
    }

    private double Weight(DateOnly day)
    {
        if (!PlantCalendar.IsWorkday(day))
        {
            return 0;
        }

        double years = (day.DayNumber - First.DayNumber) / 365.25;
        double lull = day.Month <= 3 && Math.Abs(PlantCalendar.DaysToSpringFestival(day)) <= 14 ? 0.45 : 1;
        return SeasonOf(day.Month) * lull * Math.Pow(1 + YearlyGrowth, years);
    }

    private int Index(DateOnly day) => day.DayNumber - Start.DayNumber;
}
