namespace ProdSales.Host.Tests.BadInput.Cases;

/// <summary>Delimited files that are odd as a whole.</summary>
internal static class TextCases
{
    private static string Good => Orders.Around(Orders.Line("2"));

    internal static IEnumerable<BadCase> All =>
    [
        Refused("A file without a byte", "", "orders.csv has no bytes; a file without rows still needs its header."),
        Refused("A file of blank lines", "\n\n\n", "orders.csv has no header within its 3 line(s); a file without rows still needs its header."),
        Refused("A header that names a column twice", Good.Replace("amount", "qty", StringComparison.Ordinal), "orders.csv, line 1: columns 6 and 7 are both named \"qty\"; each name may stand once, or give the columns in the order of the file."),
        Refused("A header with a quote that is not closed", Good.Replace("amount", "\"amount", StringComparison.Ordinal), "orders.csv, line 1: the header cannot be read (quote)."),
        new("A header and no row") { Files = Orders.Csv(Orders.Header + "\n") },
        new("A delimiter other than the declared one")
        {
            Files = Orders.Csv(Good.Replace(',', ';')),
            Mapping = Orders.Mapping(table: "delimiter: ','"),
            Refusal = "erp.yaml, line 5: table \"orders\": orders.csv has 1 field(s) a record with the delimiter \",\"; \";\" fits: 7 fields in each of the first 4 records.",
        },
        new("A file without the header that its mapping counts on")
        {
            Files = Orders.Csv("1,2024-01-31\n2,2024-01-31\n"),
            Mapping = "system: erp\ntables: { stages: { file: orders.csv } }\nfeeds: { stage: { from: stages, columns: { source_id: id, name: name, sequence: '1', kind: { value: open } } } }",
            Refusal = "erp.yaml, line 3: stage.source_id: the table stages has no column \"id\"; allowed: 1, 2024-01-31.\nerp.yaml, line 3: stage.name: the table stages has no column \"name\"; allowed: 1, 2024-01-31.",
        },
        new("Lines that end only with CR") { Files = Orders.Csv(Good.Replace('\n', '\r')), Good = "1 2 3" },
        new("Lines that end in two ways") { Files = Orders.Csv(Orders.Text(Orders.Line("1") + "\r", Orders.Line("2"), Orders.Line("3") + "\r")), Good = "1 2 3" },
        new("A Parquet file under the name of a text")
        {
            Files = Orders.Csv("PAR1\u0015\u0004\u0015"),
            Refusal = "erp.yaml, line 5: table \"orders\": orders.csv holds a Parquet file, not the text of a Delimited file.",
        },
        new("More bad rows than the limit")
        {
            Files = Orders.Csv(Orders.Text(Enumerable.Range(1, 19).Select(i => Orders.Line($"{i}")).Append("20").Append("21"))),
            Limit = 0.05,
            Refusal = "sales_order_line: 2 of 21 rows are bad, at most 5 % may be.",
        },
    ];

    private static BadCase Refused(string name, string text, string message) =>
        new(name) { Files = Orders.Csv(text), Refusal = $"erp.yaml, line 5: table \"orders\": {message}" };
}
