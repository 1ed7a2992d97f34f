using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Exports;

/// <summary>A million rows of one question: what npm's apache-arrow reads of the export is, to the last bit, what the text of the answer says.</summary>
public sealed class MillionRowAnswerTests(ExportServer server) : IClassFixture<ExportServer>
{
    private const int Customers = 1_000;
    private const int Days = 1_000;
    private const int DaysOfAQuestion = 250;
    private static readonly DateOnly FirstDay = new(2030, 1, 1);

    // Values of one row in the order of the question, and what turns their JSON into the words of the reader.
    private static readonly (string Name, Func<JsonElement, string> Told)[] OfADay =
    [
        ("period", value => DayOf(value.GetString()!)),
        ("revenue", value => Digits(value.GetRawText())),
        ("quantity", value => Digits(value.GetRawText())),
        ("orders", value => value.GetRawText()),
        ("grossMargin", value => Digits(value.GetRawText())),
        ("discountRate", value => BitConverter.DoubleToUInt64Bits(value.GetDouble()).ToString("x", CultureInfo.InvariantCulture)),
    ];

    [ArrowFact]
    public async Task Arrow_read_by_npm_holds_what_the_text_of_the_answer_says()
    {
        server.Warehouse.Writer.Write(transaction =>
        {
            transaction.Connection.Execute(Masters);
            transaction.Connection.Execute(Lines);
        });
        long rows = 0;
        HashSet<int> silent = [];
        for (int day = 0; day < Days; day += DaysOfAQuestion)
        {
            rows += await CompareAsync(Question(FirstDay.AddDays(day), FirstDay.AddDays(day + DaysOfAQuestion - 1)), silent);
        }

        Assert.Equal((long)Customers * Days, rows);
        Assert.Equal([0, 6, 7], silent.Order());
    }

    private async Task<long> CompareAsync(string question, HashSet<int> silent)
    {
        string file = server.File("answer.arrows");
        using (HttpResponseMessage table = await AskAsync("export?format=arrow", question))
        await using (FileStream kept = File.Create(file))
        {
            await table.Content.CopyToAsync(kept);
        }

        using HttpResponseMessage text = await AskAsync("graphql", question);
        using JsonDocument answer = await JsonDocument.ParseAsync(await text.Content.ReadAsStreamAsync());
        using IEnumerator<string> read = ArrowReader.Lines(file).GetEnumerator();
        Assert.True(read.MoveNext());
        Assert.Equal("customer:Utf8?,customerId:Utf8?,period:Date32<DAY>?,revenue:Decimal[18e+4]?,quantity:Decimal[18e+4]?,orders:Int64?,grossMargin:Decimal[18e+4]?,discountRate:Float64?", read.Current);
        long rows = 0;
        foreach (string expected in Rows(answer.RootElement.GetProperty("data").GetProperty("sales")))
        {
            Assert.True(read.MoveNext(), $"The file ends after {rows} rows.");
            if (read.Current != expected)
            {
                Assert.Fail($"row {rows} of the file is {read.Current}, and the answer says {expected}");
            }

            silent.UnionWith(expected.Split(',').Select((value, column) => value == "~" ? column : -1).Where(column => column >= 0));
            rows++;
        }

        Assert.False(read.MoveNext(), $"The file goes on after {rows} rows.");
        return rows;
    }

    private static IEnumerable<string> Rows(JsonElement sales)
    {
        foreach (JsonElement customer in sales.GetProperty("byCustomer").EnumerateArray())
        {
            string[] member = [Told(customer, "customer", Hex), Told(customer, "customerId", Hex)];
            foreach (JsonElement day in customer.GetProperty("overTime").EnumerateArray())
            {
                yield return string.Join(',', member.Concat(OfADay.Select(column => Told(day, column.Name, column.Told))));
            }
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string question)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"{server.Address}/{path}")) { Content = JsonContent.Create(new { query = question }) };
        request.Headers.Add("X-Principal", "role=executive");
        HttpResponseMessage response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.IsSuccessStatusCode ? response : throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
    }

    private static string Question(DateOnly from, DateOnly to) => $$"""
        { sales(period: { from: "{{from:O}}", to: "{{to:O}}" }, asOf: "2040-01-01") {
            byCustomer { customer customerId overTime(grain: DAY) { {{string.Join(' ', OfADay.Select(column => column.Name))}} } } } }
        """;

    private static string Told(JsonElement row, string name, Func<JsonElement, string> told) => row.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? told(value) : "~";

    private static string Hex(JsonElement text) => Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text.GetString()!));

    private static string DayOf(string day) => ((DateOnly.Parse(day, CultureInfo.InvariantCulture).DayNumber - new DateOnly(1970, 1, 1).DayNumber) * 86_400_000L).ToString(CultureInfo.InvariantCulture);

    // Arrow keeps the digits of a decimal without its point; the answer tells all its places.
    private static string Digits(string number) => long.Parse(number.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static readonly string Masters = $"""
        INSERT INTO dim_customer BY NAME
        SELECT CAST(100000 + c AS INTEGER) AS customer_key, CAST(100000 + c AS INTEGER) AS customer_durable_key, 1 AS source_key, 'M' || c AS customer_id, 1 AS batch_id,
               DATE '0001-01-01' AS valid_from, DATE '9999-12-31' AS valid_to, true AS is_current, false AS is_inferred,
               CASE WHEN c % 7 <> 0 THEN ['产销客 "' || c || '"', 'tab' || chr(9) || c, '😀 ' || c, 'plain ' || c][1 + c % 4] END AS name, 0 AS owner_durable_key, 0 AS parent_durable_key
        FROM range({Customers}) AS r(c)
        """;

    private static readonly string Lines = $"""
        INSERT INTO fact_sales_order_line BY NAME
        SELECT 1 AS source_key, 'M' || i AS source_id, 1 AS version, 1 AS batch_id, DATE '{FirstDay:O}' + CAST(i // {Customers} AS INTEGER) AS ordered_date,
               'M' || i AS order_id, 1 AS line_number, CAST(100000 + i % {Customers} AS INTEGER) AS customer_key, 0 AS product_key, 0 AS owner_key, 0 AS organisation_key, 'direct' AS channel,
               CAST(1 + i % 9 AS DECIMAL(18, 4)) / 4 AS quantity, CASE WHEN i % 5 <> 0 THEN CAST(1 + hash(i) % 100000000 AS DECIMAL(18, 4)) / 7 END AS list_amount,
               CAST(CAST(hash(i) % 100000000 AS DECIMAL(18, 4)) / 9 - 5000 AS DECIMAL(18, 4)) AS net_amount,
               CASE WHEN i % 3 <> 0 THEN CAST(CAST(hash(i + 1) % 100000000 AS DECIMAL(18, 4)) / 11 AS DECIMAL(18, 4)) END AS cost_amount,
               'CNY' AS currency, false AS is_cancelled, 0 AS region_key, 0 AS own_region_key
        FROM range({Customers} * {Days}) AS r(i)
        """;
}
