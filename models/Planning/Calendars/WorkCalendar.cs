using System.Globalization;
using ProdSales.Planning.Frames;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Planning.Calendars;

/// <summary>How many workdays periods have, and how many of them lie around the Spring Festival (春节), when business in China winds down and starts up again.</summary>
/// <param name="Workdays">Workdays, one number a period.</param>
/// <param name="FestivalDays">Those of them at most two weeks before or after the first day of the lunar year.</param>
public sealed record WorkCalendar(IReadOnlyList<double> Workdays, IReadOnlyList<double> FestivalDays)
{
    private const int FestivalReach = 14;

    // A period without workdays must divide nothing by zero.
    private const double LeastShare = 0.05;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>Counts the workdays of periods.</summary>
    /// <param name="periods">The periods.</param>
    /// <param name="workdays">Every workday that may lie in one of them.</param>
    public static WorkCalendar Of(IReadOnlyList<PlannedPeriod> periods, IEnumerable<DateOnly> workdays)
    {
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(workdays);
        DateOnly[] days = [.. workdays.Order()];
        bool[] isFestive = [.. days.Select(IsFestive)];
        double[] count = new double[periods.Count];
        double[] festive = new double[periods.Count];
        foreach ((int at, PlannedPeriod period) in periods.Index())
        {
            int from = Array.BinarySearch(days, period.First) is var found && found < 0 ? ~found : found;
            for (int day = from; day < days.Length && days[day] <= period.Last; day++)
            {
                count[at]++;
                festive[at] += isFestive[day] ? 1 : 0;
            }
        }

        return new WorkCalendar(count, festive);
    }

    /// <summary>Reads the workdays of periods from the calendar of the warehouse.</summary>
    /// <exception cref="WarehouseException">The statement failed.</exception>
    public static WorkCalendar Read(DuckDbConnection connection, IReadOnlyList<PlannedPeriod> periods, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(periods);
        using DuckDbCommand command = connection.CreateCommand("SELECT date FROM dim_date WHERE is_workday AND date BETWEEN $first AND $last ORDER BY date");
        command.Parameters.Add(new DuckDbParameter("first", periods[0].First));
        command.Parameters.Add(new DuckDbParameter("last", periods[^1].Last));
        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        List<DateOnly> days = [];
        while (reader.Read())
        {
            days.Add(reader.GetFieldValue<DateOnly>(0));
        }

        return Of(periods, days);
    }

    /// <summary>By how much business each period has room for, its mean over the first so many being 1.</summary>
    /// <param name="use">What is taken into account.</param>
    /// <param name="lull">By how much less a workday around the Spring Festival counts, 0 to 1.</param>
    /// <param name="known">How many periods the mean is over, at least 1.</param>
    public double[] Room(CalendarUse use, double lull, int known)
    {
        double[] room = new double[Workdays.Count];
        for (int at = 0; at < room.Length; at++)
        {
            room[at] = use switch
            {
                CalendarUse.None => 1,
                CalendarUse.Workdays => Workdays[at],
                _ => Workdays[at] - (lull * FestivalDays[at]),
            };
        }

        double mean = room.Take(known).Average();
        return [.. room.Select(days => mean > 0 ? Math.Max(LeastShare, days / mean) : 1)];
    }

    private static bool IsFestive(DateOnly day)
    {
        if (day.Month > 3 || day.Year <= Lunar.MinSupportedDateTime.Year || day.Year >= Lunar.MaxSupportedDateTime.Year)
        {
            return false;
        }

        DateOnly festival = DateOnly.FromDateTime(Lunar.ToDateTime(day.Year, 1, 1, 0, 0, 0, 0));
        return Math.Abs(day.DayNumber - festival.DayNumber) <= FestivalReach;
    }
}
