namespace ProdSales.SchemaTests.Caching;

/// <summary>A clock in UTC that stands until it is moved.</summary>
internal sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => _now;

    internal void Move(TimeSpan by) => _now += by;
}
