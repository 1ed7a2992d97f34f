namespace ProdSales.Host.Tests.BadInput.Cases;

/// <summary>Lines that are no records of the file.</summary>
internal static class LineCases
{
    internal static IEnumerable<BadCase> All =>
    [
        Broken("A line that is too short", "2,2024-01-31,A-2", "field-count", "7 fields"),
        Broken("A line that is too long", Orders.Line("2") + ",more", "field-count", "7 fields"),
        Broken("A delimiter at the end of one line", Orders.Line("2") + ",", "field-count", "7 fields"),
        Broken("A line of another delimiter", Orders.Line("2").Replace(',', ';'), "field-count", "7 fields"),
        Broken("A line of blanks", "   ", "field-count", "7 fields"),
        Broken("A quote that closes in the middle of a field", "2,2024-01-31,\"A\"-2,C-1,P-1,5,100", "quote", "each quote closed, and doubled within quotes"),
        Broken("The header a second time", Orders.Header, "repeated-header", "one header, at the top"),
        Broken("A NUL byte", "2,2024-01-31,A-2,C-1,P\0,5,100", "nul-character", "text only", "2,2024-01-31,A-2,C-1,P\uFFFD,5,100"),
        new("A delimiter at the end of every line, the header's too")
        {
            Files = Orders.Csv(Orders.Around(Orders.Line("2")).Replace("\n", ",\n", StringComparison.Ordinal)),
            Good = "1 2 3",
        },
        new("A quote within a field that does not begin with one") { Files = Orders.Csv(Orders.Around("2,2024-01-31,2\" pipe,C-1,P-1,5,100")), Good = "1 2 3" },
        new("A quote that is still open at the end of the file")
        {
            Files = Orders.Csv(Orders.Text(Orders.Line("1"), Orders.Line("2"), "3,2024-01-31,\"A-3,C-1,P-1,5,100")),
            Good = "1 2",
            Rows = ["Row 4 of orders.csv: row \"3,2024-01-31,\"A-3,C-1,P-1,5,100\" (quote); allowed: each quote closed, and doubled within quotes."],
        },
        new("A last line that is cut off")
        {
            Files = Orders.Csv(Orders.Text(Orders.Line("1"), Orders.Line("2")) + "3,2024-01"),
            Good = "1 2",
            Rows = ["Row 4 of orders.csv: row \"3,2024-01\" (field-count); allowed: 7 fields."],
        },
        new("A line of 50 MB")
        {
            Files = Orders.Csv(Orders.Around("2," + new string('x', 50_000_000))),
            Good = "1 3",
            Rows = [$"Row 3 of orders.csv: row \"2,{new string('x', 197)}…\" (record-too-long); allowed: 4,194,304 bytes."],
        },
    ];

    private static BadCase Broken(string name, string line, string code, string allowed, string? shown = null) => new(name)
    {
        Files = Orders.Csv(Orders.Around(line)),
        Good = "1 3",
        Rows = [$"Row 3 of orders.csv: row \"{shown ?? line}\" ({code}); allowed: {allowed}."],
    };
}
