using System.Text;

namespace ProdSales.Host.Tests.BadInput.Cases;

/// <summary>Bytes that are no text, or text of an encoding that nobody named.</summary>
internal static class EncodingCases
{
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private static readonly string Text = Orders.Text(Orders.Line("1", customer: "宁波"), Orders.Line("2", customer: "上海"), Orders.Line("3", customer: "杭州"));

    internal static IEnumerable<BadCase> All =>
    [
        new("One line in another encoding than the rest")
        {
            Files = Orders.File("orders.csv", [.. Lines(0, 2), .. Chinese.GetBytes(Orders.Line("2", customer: "上海") + "\n"), .. Lines(3, 1)]),
            Good = "1 3",
            Rows = ["Row 3 of orders.csv: row \"2,2024-01-31,A-2,\uFFFDϺ\uFFFD,P-1,5,100\" (encoding); allowed: one encoding for the whole file."],
        },
        new("A character cut in two")
        {
            Files = Orders.File("orders.csv", [.. Lines(0, 2), .. "2,2024-01-31,A-2,"u8, 0xE4, 0xBA, .. ",P-1,5,100\n"u8, .. Lines(3, 1)]),
            Good = "1 3",
            Rows = ["Row 3 of orders.csv: row \"2,2024-01-31,A-2,\uFFFD,P-1,5,100\" (encoding); allowed: one encoding for the whole file."],
        },
        new("Western text whose encoding is not declared")
        {
            Files = Orders.File("orders.csv", Encoding.Latin1.GetBytes(Orders.Text(Enumerable.Range(1, 30).Select(i => Orders.Line($"{i}", customer: "Müller & Söhne"))))),
            Refusal = "erp.yaml, line 5: table \"orders\": orders.csv is neither UTF-8 nor GB18030 from line 2 on; say its encoding, such as iso-8859-1 or utf-16.",
        },
        new("An encoding that does not exist")
        {
            Files = Orders.Csv(Text),
            Mapping = Orders.Mapping(table: "encoding: klingon"),
            Refusal = "erp.yaml, line 5: table \"orders\": orders.csv: the encoding \"klingon\" is unknown; known are utf-8, utf-16, utf-16BE, gb18030, gbk, iso-8859-1, windows-1252 and the other names of the IANA register.",
        },
        Whole("A byte-order mark twice", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)]),
        Whole("UTF-16 with a byte-order mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)]),
        Whole("UTF-16 without a byte-order mark", Encoding.Unicode.GetBytes(Text)),
        Whole("UTF-16 of the other byte order without a mark", Encoding.BigEndianUnicode.GetBytes(Text)),
        Whole("GB18030 that is not declared", Chinese.GetBytes(Text)),
    ];

    private static BadCase Whole(string name, byte[] content) => new(name)
    {
        Files = Orders.File("orders.csv", content),
        Good = "1 2 3",
        MustCountZero = "SELECT 3 - count(*) FROM dim_customer WHERE batch_id = BATCH AND customer_id IN ('宁波', '上海', '杭州')",
    };

    private static byte[] Lines(int first, int count) => Encoding.UTF8.GetBytes(string.Concat(Text.Split('\n').Skip(first).Take(count).Select(line => line + "\n")));
}
