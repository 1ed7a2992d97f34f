using ProdSales.Planning.Definition;

namespace ProdSales.Planning.Frames;

/// <summary>A month or a week.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Last">Its last day.</param>
public readonly record struct PlannedPeriod(DateOnly First, DateOnly Last)
{
    private const int DaysOfAWeek = 7;

    /// <summary>The period in which a day lies.</summary>
    public static PlannedPeriod Of(DateOnly day, PlannedStep step)
    {
        if (step is PlannedStep.Month)
        {
            DateOnly first = new(day.Year, day.Month, 1);
            return new PlannedPeriod(first, first.AddMonths(1).AddDays(-1));
        }

        DateOnly monday = day.AddDays(-(((int)day.DayOfWeek + DaysOfAWeek - 1) % DaysOfAWeek));
        return new PlannedPeriod(monday, monday.AddDays(DaysOfAWeek - 1));
    }

    /// <summary>The period so many steps later, or earlier where the number is negative.</summary>
    public PlannedPeriod Later(int steps, PlannedStep step) => Of(step is PlannedStep.Month ? First.AddMonths(steps) : First.AddDays(steps * DaysOfAWeek), step);
}
