using System.Globalization;
using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Query.Comparisons;

/// <summary>A period is compared with one that means the same, not merely with as many days.</summary>
public sealed class ComparedPeriodTests
{
    [Theory]
    [InlineData("2025-03-01", "2025-03-31", "previous_period", "2025-02-01", "2025-02-28")]
    [InlineData("2024-02-01", "2024-02-29", "previous_period", "2024-01-01", "2024-01-31")]
    [InlineData("2025-01-01", "2025-12-31", "previous_period", "2024-01-01", "2024-12-31")]
    [InlineData("2025-04-01", "2025-06-30", "previous_period", "2025-01-01", "2025-03-31")]
    [InlineData("2025-03-04", "2025-03-13", "previous_period", "2025-02-22", "2025-03-03")]
    [InlineData("2025-02-01", "2025-02-28", "same_period_last_year", "2024-02-01", "2024-02-29")]
    [InlineData("2024-02-10", "2024-02-29", "same_period_last_year", "2023-02-10", "2023-02-28")]
    [InlineData("2025-03-04", "2025-03-13", "same_period_last_year", "2024-03-04", "2024-03-13")]
    [InlineData("2025-01-22", "2025-02-10", "spring_festival_last_year", "2024-02-03", "2024-02-22")]
    [InlineData("2026-02-17", "2026-02-17", "spring_festival_last_year", "2025-01-29", "2025-01-29")]
    [InlineData("2024-12-20", "2025-01-05", "spring_festival_last_year", "2024-01-01", "2024-01-17")]
    public void Whole_months_meet_whole_months_and_days_meet_days(string from, string to, string name, string comparedFrom, string comparedTo) =>
        Assert.Equal(Span(comparedFrom, comparedTo), Compared(Named(name), Span(from, to), "2030-01-01"));

    [Theory]
    [InlineData("2025-06-01", "2025-06-30", "2025-06-10", "previous_period", "2025-05-01", "2025-05-10")]
    [InlineData("2025-03-01", "2025-03-31", "2025-03-30", "previous_period", "2025-02-01", "2025-02-28")]
    [InlineData("2025-04-01", "2025-06-30", "2025-04-30", "previous_period", "2025-01-01", "2025-01-31")]
    [InlineData("2025-01-01", "2025-12-31", "2025-03-05", "same_period_last_year", "2024-01-01", "2024-03-05")]
    [InlineData("2025-03-04", "2025-03-13", "2025-03-06", "previous_period", "2025-02-22", "2025-02-24")]
    [InlineData("2025-06-01", "2025-06-30", "2025-06-30", "previous_period", "2025-05-01", "2025-05-31")]
    [InlineData("2025-06-01", "2025-06-30", "2025-08-01", "previous_period", "2025-05-01", "2025-05-31")]
    [InlineData("2025-06-01", "2025-06-30", "2025-01-01", "previous_period", "2025-05-01", "2025-05-31")]
    public void A_clipped_comparison_takes_no_more_than_has_run(string from, string to, string asOf, string name, string comparedFrom, string comparedTo) =>
        Assert.Equal(Span(comparedFrom, comparedTo), Compared(Named(name).Clipped(), Span(from, to), asOf));

    [Fact]
    public void A_comparison_that_is_not_clipped_takes_the_whole_period_whatever_the_day_of_the_question() =>
        Assert.Equal(Span("2025-05-01", "2025-05-31"), Compared(Comparison.PreviousPeriod, Span("2025-06-01", "2025-06-30"), "2025-06-10"));

    // The announced holidays of 0002_calendar.sql: each of them holds the first day of the lunar year.
    [Theory]
    [InlineData(2011, "2011-02-03", "2010-02-14")]
    [InlineData(2015, "2015-02-19", "2014-01-31")]
    [InlineData(2018, "2018-02-16", "2017-01-28")]
    [InlineData(2021, "2021-02-12", "2020-01-25")]
    [InlineData(2024, "2024-02-10", "2023-01-22")]
    [InlineData(2027, "2027-02-06", "2026-02-17")]
    [InlineData(2034, "2034-02-19", "2033-01-31")]
    public void The_spring_festival_is_compared_with_that_of_the_year_before(int year, string festival, string before)
    {
        Assert.Equal(Span(before, before), Compared(Comparison.SpringFestivalLastYear, Span(festival, festival), "2040-01-01"));
        Assert.Equal(year, Day(festival).Year);
    }

    [Fact]
    public void Where_no_calendar_reaches_there_is_nothing_to_compare_with()
    {
        Assert.Null(Comparison.SameWorkdaysLastYear.Of(Span("1990-05-01", "1990-05-31"), Day("2025-01-01")));
        Assert.Null(Comparison.SamePeriodLastFiscalYear.Of(Span("1990-05-01", "1990-05-31"), Day("2025-01-01")));
        Assert.Null(Comparison.SpringFestivalLastYear.Of(Span("1901-05-01", "1901-05-31"), Day("2025-01-01")));
    }

    [Fact]
    public void Every_comparison_has_a_name_and_columns_of_its_own()
    {
        IEnumerable<Comparison> all = Comparison.All.Concat(Comparison.All.Select(known => known.Clipped()));

        Assert.Equal(14, all.Select(known => known.Prefix).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(14, all.Distinct().Count());
    }

    private static Comparison Named(string name) => Comparison.All.Single(known => known.Name == name);

    private static Period Compared(Comparison comparison, Period period, string asOf) => Assert.IsType<ShiftedDays>(comparison.Of(period, Day(asOf))).Period;

    private static Period Span(string from, string to) => new(Day(from), Day(to));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
