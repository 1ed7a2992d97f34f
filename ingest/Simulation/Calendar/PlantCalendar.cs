using System.Globalization;

namespace ProdSales.Simulation.Calendar;

/// <summary>The days on which a plant in China works: five days a week without the public holidays.</summary>
internal static class PlantCalendar
{
    private const int FirstYear = 1990;

    private static readonly DateOnly[] SpringFestivals = [.. Enumerable.Range(FirstYear, 80).Select(SpringFestivalOf)];

    /// <summary>The first day of the lunar year that begins in a year.</summary>
    internal static DateOnly SpringFestival(int year) => SpringFestivals[year - FirstYear];

    internal static bool IsWorkday(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    internal static bool IsHoliday(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (4, 4 or 5) or (5, >= 1 and <= 3) or (10, <= 7) => true,
        (1 or 2, _) => DaysToSpringFestival(day) is >= -2 and <= 6,
        _ => false,
    };

    /// <summary>Days since the Spring Festival of the same year; negative before it.</summary>
    internal static int DaysToSpringFestival(DateOnly day) => day.DayNumber - SpringFestival(day.Year).DayNumber;

    internal static DateOnly SameOrNextWorkday(DateOnly day)
    {
        while (!IsWorkday(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    internal static DateOnly SameOrPreviousWorkday(DateOnly day)
    {
        while (!IsWorkday(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    internal static DateOnly SubtractWorkdays(DateOnly day, int workdays)
    {
        for (int left = workdays; left > 0; left--)
        {
            day = SameOrPreviousWorkday(day.AddDays(-1));
        }

        return day;
    }

    internal static DateOnly AddWorkdays(DateOnly day, int workdays)
    {
        for (int left = workdays; left > 0; left--)
        {
            day = SameOrNextWorkday(day.AddDays(1));
        }

        return day;
    }

    private static DateOnly SpringFestivalOf(int year) =>
        DateOnly.FromDateTime(new ChineseLunisolarCalendar().ToDateTime(year, 1, 1, 0, 0, 0, 0));
}
