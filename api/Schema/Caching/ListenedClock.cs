namespace ProdSales.Schema;

/// <summary>A clock that tells who keeps answers that an answer depends on the day.</summary>
/// <param name="clock">The clock that is asked.</param>
public sealed class ListenedClock(TimeProvider clock) : TimeProvider
{
    private readonly AsyncLocal<Action<DateOnly>?> _listener = new();

    /// <summary>Today in the clock's own time zone; asking for it tells nobody.</summary>
    public DateOnly Today => DayOf(clock.GetUtcNow());

    /// <summary>The present instant; asking for it tells nobody.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        DateTimeOffset now = clock.GetUtcNow();
        _listener.Value?.Invoke(DayOf(now));
        return now;
    }

    /// <summary>Does something and hears each day that the clock gave meanwhile.</summary>
    internal async Task<T> ListenAsync<T>(Action<DateOnly> hear, Func<Task<T>> work)
    {
        _listener.Value = hear;
        return await work().ConfigureAwait(false);
    }

    private DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, LocalTimeZone).DateTime);
}
