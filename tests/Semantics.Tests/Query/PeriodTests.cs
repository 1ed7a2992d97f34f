using System.Globalization;
using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Query;

/// <summary>A period is compared with one that means the same, not merely with as many days.</summary>
public sealed class PeriodTests
{
    [Theory]
    [InlineData("2025-03-01", "2025-03-31", Comparison.PreviousPeriod, "2025-02-01", "2025-02-28")]
    [InlineData("2024-02-01", "2024-02-29", Comparison.PreviousPeriod, "2024-01-01", "2024-01-31")]
    [InlineData("2025-01-01", "2025-12-31", Comparison.PreviousPeriod, "2024-01-01", "2024-12-31")]
    [InlineData("2025-04-01", "2025-06-30", Comparison.PreviousPeriod, "2025-01-01", "2025-03-31")]
    [InlineData("2025-03-04", "2025-03-13", Comparison.PreviousPeriod, "2025-02-22", "2025-03-03")]
    [InlineData("2025-02-01", "2025-02-28", Comparison.SamePeriodLastYear, "2024-02-01", "2024-02-29")]
    [InlineData("2024-02-10", "2024-02-29", Comparison.SamePeriodLastYear, "2023-02-10", "2023-02-28")]
    [InlineData("2025-03-04", "2025-03-13", Comparison.SamePeriodLastYear, "2024-03-04", "2024-03-13")]
    public void Whole_months_meet_whole_months_and_days_meet_days(string from, string to, Comparison comparison, string comparedFrom, string comparedTo) =>
        Assert.Equal(new Period(Day(comparedFrom), Day(comparedTo)), new Period(Day(from), Day(to)).Compared(comparison).Period);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
