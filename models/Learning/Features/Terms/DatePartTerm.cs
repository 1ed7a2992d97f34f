using ProdSales.Learning.Data;

namespace ProdSales.Learning.Features.Terms;

/// <summary>What comes again of a date.</summary>
/// <param name="Column">The source column.</param>
/// <param name="Part">Which part.</param>
public sealed record DatePartTerm(string Column, DatePart Part) : FeatureTerm(Column)
{
    /// <inheritdoc/>
    public override string Name => $"{Part} of {Column}";

    /// <summary>The part of a day.</summary>
    /// <param name="days">Days since 1970-01-01.</param>
    /// <param name="part">Which part.</param>
    public static double Of(double days, DatePart part)
    {
        DateTime day = DateTime.UnixEpoch.AddDays(Math.Floor(Math.Clamp(days, -700_000, 2_900_000)));
        return part switch
        {
            DatePart.Month => day.Month,
            DatePart.Weekday => day.DayOfWeek is DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek,
            _ => (QuarterEnd(day) - day).Days,
        };
    }

    /// <inheritdoc/>
    public override void Write(TableColumn source, FeatureMatrix target, int feature) =>
        WriteNumbers(source, target, feature, value => Of(value, Part));

    private static DateTime QuarterEnd(DateTime day)
    {
        int month = ((day.Month + 2) / 3) * 3;
        return new DateTime(day.Year, month, DateTime.DaysInMonth(day.Year, month), 0, 0, 0, DateTimeKind.Utc);
    }
}
