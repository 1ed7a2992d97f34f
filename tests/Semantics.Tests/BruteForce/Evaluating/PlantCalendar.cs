using System.Globalization;
using System.Text.RegularExpressions;
using ProdSales.Support;

namespace ProdSales.SemanticsTests.BruteForce.Evaluating;

/// <summary>Workdays by the announced holidays and make-up days, and Spring Festivals by the almanac.</summary>
internal static partial class PlantCalendar
{
    private static readonly string Announced = File.ReadAllText(Repository.PathOf("warehouse", "Warehouse", "Migrations", "From0001", "0002_calendar.sql"));

    private static readonly HashSet<DateOnly> Holidays =
    [
        .. Holiday().Matches(Announced).SelectMany(match => Span(Day(match.Groups["first"]), Day(match.Groups["last"]))),
    ];

    private static readonly HashSet<DateOnly> MadeUp = [.. MakeUp().Matches(Announced).Select(match => Day(match.Groups["day"]))];

    internal static IReadOnlyList<DateOnly> SpringFestivals { get; } =
    [
        new(2019, 2, 5), new(2020, 1, 25), new(2021, 2, 12), new(2022, 2, 1), new(2023, 1, 22), new(2024, 2, 10),
        new(2025, 1, 29), new(2026, 2, 17), new(2027, 2, 6), new(2028, 1, 26), new(2029, 2, 13),
    ];

    internal static bool IsWorkday(DateOnly day) =>
        MadeUp.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day));

    private static DateOnly Day(Group digits) => DateOnly.ParseExact(digits.ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<DateOnly> Span(DateOnly first, DateOnly last) => Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);

    [GeneratedRegex(@"\(DATE '(?<first>\d{4}-\d\d-\d\d)', DATE '(?<last>\d{4}-\d\d-\d\d)'\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Holiday();

    [GeneratedRegex(@"\(DATE '(?<day>\d{4}-\d\d-\d\d)'\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MakeUp();
}
