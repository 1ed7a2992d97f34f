using System.Globalization;

namespace ProdSales.Host.Forecasting;

/// <summary>How time goes on in a table: from number to number, by seconds or by whole months.</summary>
/// <param name="Kind">What times are.</param>
/// <param name="Step">From one time to the next: a number, seconds, or months.</param>
/// <param name="Day">The day of the month of times that go by months; 0 for the last.</param>
internal sealed record TimeAxis(TimeKind Kind, double Step, int Day)
{
    private const double DaySeconds = 86_400;

    /// <summary>Gets the type of a column of such times.</summary>
    internal string ColumnType => Kind switch
    {
        TimeKind.Number => "DOUBLE",
        TimeKind.Months => "DATE",
        _ => Step % DaySeconds == 0 ? "DATE" : "TIMESTAMP",
    };

    /// <summary>Tells a time as in the table.</summary>
    /// <param name="at">The number, the seconds since 1970, or the months since year 0.</param>
    internal string Text(double at) => Kind switch
    {
        TimeKind.Number => at.ToString("0.##########", CultureInfo.InvariantCulture),
        TimeKind.Months => Month((long)Math.Round(at)),
        _ => Moment(at),
    };

    private string Month(long months)
    {
        (long year, long month) = Math.DivRem(months, 12);
        if (year is < 1 or > 9999)
        {
            return "";
        }

        int last = DateTime.DaysInMonth((int)year, (int)month + 1);
        return new DateOnly((int)year, (int)month + 1, Day == 0 ? last : Math.Min(Day, last)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private string Moment(double seconds)
    {
        double most = (DateTime.MaxValue - DateTime.UnixEpoch).TotalSeconds - 1;
        return seconds > most
            ? ""
            : DateTime.UnixEpoch.AddSeconds(seconds).ToString(Step % DaySeconds == 0 && seconds % DaySeconds == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}

/// <summary>What times are.</summary>
internal enum TimeKind
{
    /// <summary>Numbers, as years or counters.</summary>
    Number,

    /// <summary>Moments with the same number of seconds between them.</summary>
    Seconds,

    /// <summary>The same day of months.</summary>
    Months,
}
