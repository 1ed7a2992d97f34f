namespace ProdSales.Planning.Calendars;

/// <summary>Learns by how much less a workday around the Spring Festival counts: so much that a year ago tells the most.</summary>
internal static class FestivalLull
{
    private const int Steps = 18;
    private const double Step = 0.05;

    // Fewer years than this tell a festival that moved from a season.
    private const int FewestPairs = 8;

    /// <summary>The lull.</summary>
    /// <param name="values">The values of the whole.</param>
    /// <param name="calendar">The calendar of at least as many periods.</param>
    /// <param name="year">Periods of a year.</param>
    /// <returns>0 to 0.9; 0 where the past is too short to tell.</returns>
    internal static double Of(ReadOnlySpan<double> values, WorkCalendar calendar, int year)
    {
        (double best, double least) = (0, double.PositiveInfinity);
        for (int step = 0; step <= Steps; step++)
        {
            double[] room = calendar.Room(CalendarUse.SpringFestival, step * Step, values.Length);
            double spread = Spread(values, room, year);
            (best, least) = spread < least ? (step * Step, spread) : (best, least);
        }

        return best;
    }

    // The variance of growth over a year, once each period is divided by its room.
    private static double Spread(ReadOnlySpan<double> values, double[] room, int year)
    {
        List<double> growth = [];
        for (int t = year; t < values.Length; t++)
        {
            double now = Math.Log(values[t] / room[t]), then = Math.Log(values[t - year] / room[t - year]);
            if (double.IsFinite(now) && double.IsFinite(then))
            {
                growth.Add(now - then);
            }
        }

        if (growth.Count < FewestPairs)
        {
            return double.PositiveInfinity;
        }

        double mean = growth.Average();
        return growth.Average(one => (one - mean) * (one - mean));
    }
}
