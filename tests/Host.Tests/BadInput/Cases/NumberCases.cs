namespace ProdSales.Host.Tests.BadInput.Cases;

/// <summary>Values that are no numbers of the feed.</summary>
internal static class NumberCases
{
    private const string Number = "a number with at most 4 decimals and 14 digits before them";

    internal static IEnumerable<BadCase> All =>
    [
        Quantity("A number with thousands separators", "\"1,234\"", "thousands-separator"),
        Quantity("A number with thousands separators and a decimal comma", "\"1.234,56\"", "thousands-separator"),
        Quantity("A decimal comma", "\"12,5\"", "decimal-comma"),
        Quantity("A percent sign", "12%", "not-a-number"),
        Quantity("A unit behind a number", "12 pcs", "not-a-number"),
        Quantity("A number in full-width digits", "１２", "not-a-number"),
        Quantity("An error of a sheet saved as text", "#VALUE!", "not-a-number"),
        Quantity("A number that is none", "NaN", "not-finite"),
        Quantity("Infinity", "-Infinity", "not-finite"),
        Quantity("A number beyond what a DECIMAL holds", "123456789012345", "number-too-large"),
        Quantity("More decimals than are kept", "1.23456", "too-many-decimals"),
        Missing("A required value that is not there", ""),
        new("A required value of blanks")
        {
            Files = Orders.Csv(Orders.Around(Orders.Line("2", qty: "  "))),
            Good = "1 3",
            Rows = [Row(3, "quantity", "  ", "missing-value", Number)],
        },
        Typed("A whole number beyond what BIGINT holds", "line_number", "99999999999999999999", "number-too-large", "a whole number of at least 1"),
        Typed("A fraction where a whole number is wanted", "line_number", "1.5", "not-whole", "a whole number of at least 1"),
        Typed("A negative number where none may be", "line_number", "-3", "below-minimum", "a whole number of at least 1"),
        Typed("A word where true or false is wanted", "is_cancelled", "perhaps", "not-a-boolean", "true or false"),
        new("A column that changes its type half-way")
        {
            Files = Orders.Csv(Orders.Text(Orders.Line("1"), Orders.Line("2"), Orders.Line("3", qty: "five"), Orders.Line("4", qty: "six"))),
            Good = "1 2",
            Rows = [Row(4, "quantity", "five", "not-a-number", Number), Row(5, "quantity", "six", "not-a-number", Number)],
        },
        new("Several bad values in one row")
        {
            Files = Orders.Csv(Orders.Around(Orders.Line("2", day: "31.01.2024", qty: "x"))),
            Good = "1 3",
            Rows = [Row(3, "ordered_date", "31.01.2024", "date-format", "a date like 2024-01-31"), Row(3, "quantity", "x", "not-a-number", Number)],
        },
        new("A value that the feed does not know")
        {
            Files = Orders.Csv("source_system,source_id,created_date,status\nhelp,1,2024-01-30,open\nhelp,2,2024-01-31,Opened\n", "ticket.csv"),
            Mapping = null,
            Rows = ["Row 3 of ticket.csv: status \"Opened\" (value-not-allowed); allowed: one of open, waiting, resolved, closed, cancelled."],
            MustCountZero = "SELECT count(*) - 1 FROM fact_ticket WHERE batch_id = BATCH",
        },
        new("A code that the value map does not name")
        {
            Files = Orders.Csv(Orders.Around(Orders.Line("2", customer: "9"))),
            Mapping = Orders.Mapping(columns: "channel: { sql: customer, map: { C-1: direct } }"),
            Good = "1 3",
            Rows = ["Row 3 of orders.csv: channel \"9\" (not-in-map); allowed: one of C-1."],
        },
    ];

    private static BadCase Quantity(string name, string written, string code) => new(name)
    {
        Files = Orders.Csv(Orders.Around(Orders.Line("2", qty: written))),
        Good = "1 3",
        Rows = [Row(3, "quantity", written.Trim('"'), code, Number)],
    };

    private static BadCase Missing(string name, string written) => new(name)
    {
        Files = Orders.Csv(Orders.Around(Orders.Line("2", qty: written))),
        Good = "1 3",
        Rows = [$"Row 3 of orders.csv: quantity is missing (missing-value); allowed: {Number}."],
    };

    private static BadCase Typed(string name, string column, string written, string code, string allowed) => new(name)
    {
        Files = Orders.Csv(Orders.Around(Orders.Line("2", customer: written)).Replace("C-1", "1", StringComparison.Ordinal)),
        Mapping = Orders.Mapping(columns: $"{column}: customer"),
        Good = "1 3",
        Rows = [Row(3, column, written, code, allowed)],
    };

    private static string Row(int line, string column, string value, string code, string allowed) =>
        $"Row {line} of orders.csv: {column} \"{value}\" ({code}); allowed: {allowed}.";
}
