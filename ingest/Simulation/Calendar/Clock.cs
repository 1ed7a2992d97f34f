namespace ProdSales.Simulation.Calendar;

/// <summary>Instants of the plant's wall clock, which is eight hours ahead of UTC.</summary>
internal static class Clock
{
    private const int HoursAheadOfUtc = 8;

    /// <summary>The instant in UTC, to the second, at which a number of minutes of a plant day have gone by.</summary>
    internal static DateTime At(DateOnly day, double minutes) =>
        day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(-HoursAheadOfUtc).AddSeconds(Math.Round(minutes * 60));

    /// <summary>The day of the plant's calendar on which an instant falls.</summary>
    internal static DateOnly DayOf(DateTime instant) => DateOnly.FromDateTime(instant.AddHours(HoursAheadOfUtc));
}
