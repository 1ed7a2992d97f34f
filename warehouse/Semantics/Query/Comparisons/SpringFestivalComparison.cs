using System.Globalization;

namespace ProdSales.Semantics;

/// <summary>A period against the days as far from the Spring Festival of the year before: in some years 354 or 355 days earlier, in others 383 to 385.</summary>
/// <remarks>The festival that counts is the one nearest to the middle of the period, so that all days move equally far and none is left out or counted twice.</remarks>
internal sealed record SpringFestivalComparison()
    : Comparison("spring_festival_last_year", "The days that lay as far from the Spring Festival before as these lie from theirs.")
{
    private static readonly ChineseLunisolarCalendar Calendar = new();

    private protected override ComparedDays? Days(Period asked, Period elapsed)
    {
        DateOnly middle = asked.From.AddDays((asked.To.DayNumber - asked.From.DayNumber) / 2);
        if (asked.From.Year < Calendar.MinSupportedDateTime.Year + 2 || asked.To.Year > Calendar.MaxSupportedDateTime.Year - 2)
        {
            return null;
        }

        int year = Enumerable.Range(middle.Year, 2).MinBy(candidate => Math.Abs(Festival(candidate).DayNumber - middle.DayNumber));
        return ShiftedDays.Before(elapsed, 0, Festival(year).DayNumber - Festival(year - 1).DayNumber);
    }

    private static DateOnly Festival(int year) => DateOnly.FromDateTime(Calendar.ToDateTime(year, 1, 1, 0, 0, 0, 0));
}
