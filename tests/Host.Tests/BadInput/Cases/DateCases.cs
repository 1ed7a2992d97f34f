namespace ProdSales.Host.Tests.BadInput.Cases;

/// <summary>Values that are no dates, or not those that they seem to be.</summary>
internal static class DateCases
{
    internal static IEnumerable<BadCase> All =>
    [
        Day("A date with the day first", "31.01.2024", "date-format"),
        Day("A date with the month first", "01/31/2024", "date-format"),
        Day("A date without marks", "20240131", "date-format"),
        Day("A date as the serial number of a sheet", "45322", "date-format"),
        Day("A year of two digits", "24-01-31", "date-format"),
        Day("The 29th of February of a year that has none", "2023-02-29", "no-such-date"),
        Day("A date with words behind it", "2024-01-31 or so", "not-a-date"),
        Day("A year before the calendar of any business", "1024-01-31", "date-out-of-range"),
        new("A date after the calendar of the warehouse")
        {
            Files = Orders.Csv(Orders.Around(Orders.Line("2", day: "2124-01-31"))),
            Good = "1 3",
            Rows = ["Row 3 of orders.csv: ordered_date \"2124-01-31\" (date-outside-calendar); allowed: 1990-01-01 to 2059-12-31."],
        },
        new("Instants of many forms and zones")
        {
            Files = Orders.Csv(Orders.Text(
                Orders.Line("1", customer: "2024-01-31 16:30:00"),
                Orders.Line("2", customer: "2024-01-31T08:30:00Z"),
                Orders.Line("3", customer: "2024-01-31T16:30:00+08:00"),
                Orders.Line("4", customer: "2024-01-31 16:30:00 CST"),
                Orders.Line("5", customer: "31 Jan 2024 16:30"),
                Orders.Line("6", customer: "2024-01-31 24:30:00"))),
            Mapping = Orders.Mapping(columns: "recorded_at: customer"),
            Good = "1 2 3",
            Rows =
            [
                Instant(5, "2024-01-31 16:30:00 CST", "not-an-instant"),
                Instant(6, "31 Jan 2024 16:30", "date-format"),
                Instant(7, "2024-01-31 24:30:00", "no-such-date"),
            ],
            MustCountZero = "SELECT count(*) FROM fact_sales_order_line WHERE batch_id = BATCH AND recorded_at <> TIMESTAMP '2024-01-31 08:30:00'",
        },
    ];

    private static BadCase Day(string name, string day, string code) => new(name)
    {
        Files = Orders.Csv(Orders.Around(Orders.Line("2", day: day))),
        Good = "1 3",
        Rows = [$"Row 3 of orders.csv: ordered_date \"{day}\" ({code}); allowed: a date like 2024-01-31."],
    };

    private static string Instant(int line, string value, string code) =>
        $"Row {line} of orders.csv: recorded_at \"{value}\" ({code}); allowed: an instant like 2024-01-31 08:30:00.";
}
