namespace ProdSales.Warehouse.Values;

/// <summary>Dates and times between the engine's counts and .NET. A .NET tick is a tenth of a microsecond.</summary>
internal static class Instants
{
    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>Days since 1970.</summary>
    public static int Days(DateOnly date) => date.DayNumber - EpochDay;

    /// <summary>Microseconds since 1970; finer parts are cut off.</summary>
    public static long Micros(DateTime time) => (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The date of a number of days since 1970.</summary>
    /// <exception cref="OverflowException">The date is infinite or outside the years 1 to 9999.</exception>
    public static DateOnly Date(long days)
    {
        long day = days + EpochDay;
        return day >= DateOnly.MinValue.DayNumber && day <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber((int)day)
            : throw new OverflowException($"A date {days} days from 1970-01-01 lies outside the years 1 to 9999.");
    }

    /// <summary>The time of a number of microseconds since 1970, of no kind.</summary>
    /// <exception cref="OverflowException">The time is infinite or outside the years 1 to 9999.</exception>
    public static DateTime Time(Int128 micros)
    {
        Int128 ticks = (micros * TimeSpan.TicksPerMicrosecond) + DateTime.UnixEpoch.Ticks;
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime((long)ticks)
            : throw new OverflowException($"A time {micros} microseconds from 1970-01-01 lies outside the years 1 to 9999.");
    }
}
