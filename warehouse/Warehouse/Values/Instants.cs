namespace ProdSales.Warehouse.Values;

/// <summary>Dates and times between the engine's counts and .NET. A .NET tick is a tenth of a microsecond.</summary>
internal static class Instants
{
    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
    private static readonly long EarliestMicros = Micros(DateTime.MinValue);
    private static readonly long LatestMicros = Micros(DateTime.MaxValue);

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
        return micros >= EarliestMicros && micros <= LatestMicros
            ? new DateTime(DateTime.UnixEpoch.Ticks + ((long)micros * TimeSpan.TicksPerMicrosecond))
            : throw new OverflowException($"A time {micros} microseconds from 1970-01-01 lies outside the years 1 to 9999.");
    }
}
