using ProdSales.Planning.Calendars;
using ProdSales.Planning.Definition;
using ProdSales.Planning.Frames;

namespace ProdSales.Planning.Tests;

/// <summary>Workdays and the Spring Festival, counted by hand.</summary>
public sealed class CalendarTests
{
    // The Spring Festival of 2025 was on January 29, that of 2026 on February 17.
    [Fact]
    public void Workdays_within_two_weeks_of_the_festival_are_counted_apart()
    {
        PlannedPeriod january = PlannedPeriod.Of(new DateOnly(2025, 1, 1), PlannedStep.Month);
        WorkCalendar calendar = WorkCalendar.Of([january, january.Later(1, PlannedStep.Month), january.Later(12, PlannedStep.Month), january.Later(13, PlannedStep.Month)], Weekdays(2025, 2026));

        Assert.Equal([23, 20, 22, 20], calendar.Workdays);
        Assert.Equal([13, 8, 0, 19], calendar.FestivalDays);
    }

    [Fact]
    public void A_period_has_room_by_its_workdays_and_less_where_the_festival_lies()
    {
        WorkCalendar calendar = new([20, 10, 30], [0, 10, 0]);

        Assert.Equal([1, 1, 1], calendar.Room(CalendarUse.None, 0.5, 3));
        Assert.Equal([1, 0.5, 1.5], calendar.Room(CalendarUse.Workdays, 0.5, 3));
        Assert.Equal([1.6, 0.4, 2.4], calendar.Room(CalendarUse.SpringFestival, 0.5, 2));
    }

    // Each month is worth its workdays, of which those around the festival count 40 % less; the festival moves between January and February.
    [Fact]
    public void The_lull_that_was_planted_is_found()
    {
        PlannedPeriod first = PlannedPeriod.Of(new DateOnly(2022, 1, 1), PlannedStep.Month);
        PlannedPeriod[] months = [.. Enumerable.Range(0, 48).Select(step => first.Later(step, PlannedStep.Month))];
        WorkCalendar calendar = WorkCalendar.Of(months, Weekdays(2022, 2025));
        double[] values = [.. months.Select((_, at) => 1000 * (calendar.Workdays[at] - (0.4 * calendar.FestivalDays[at])) * Math.Pow(1.01, at))];

        Assert.Equal(0.4, FestivalLull.Of(values, calendar, 12), 9);
        Assert.Equal(0, FestivalLull.Of(values.AsSpan(0, 15), calendar, 12));
    }

    private static IEnumerable<DateOnly> Weekdays(int from, int to)
    {
        for (DateOnly day = new(from, 1, 1); day.Year <= to; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                yield return day;
            }
        }
    }
}
