namespace ProdSales.Semantics;

/// <summary>A span of business days.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    /// <summary>True when it starts on the first day of a month and ends on the last day of one.</summary>
    public bool IsWholeMonths => From.Day == 1 && To.AddDays(1).Day == 1;

    /// <summary>The period to compare with, and how far its days lie from those of this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The comparison is not defined.</exception>
    public ComparedPeriod Compared(Comparison comparison) => comparison switch
    {
        Comparison.PreviousPeriod when IsWholeMonths => Shifted(MonthsLong, 0),
        Comparison.PreviousPeriod => Shifted(0, To.DayNumber - From.DayNumber + 1),
        Comparison.SamePeriodLastYear => Shifted(12, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, "The comparison is not defined."),
    };

    private int MonthsLong => ((To.Year - From.Year) * 12) + To.Month - From.Month + 1;

    private ComparedPeriod Shifted(int months, int days)
    {
        DateOnly from = From.AddMonths(-months).AddDays(-days);
        DateOnly to = To.AddDays(1).Day == 1 && days == 0
            ? To.AddDays(1).AddMonths(-months).AddDays(-1)
            : To.AddMonths(-months).AddDays(-days);
        return new ComparedPeriod(new Period(from, to), months, days);
    }
}
