using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Host.Tests.Exports;

/// <summary>All rows behind a number as a file: those that one would page through, for the same eyes.</summary>
public sealed class RowExportTests(ExportServer server) : IClassFixture<ExportServer>
{
    private const string Node = "fact day keys { column value } members { dimension id name } columns { column value } numerator denominator adds document { system id line }";

    [Theory]
    [InlineData("sales.grossMarginRate", "", "role=executive")]
    [InlineData("cash.openingReceivables", ", where: [{ dimension: REGION, in: [\"华东\"] }]", "role=executive")]
    [InlineData("sales.revenue", "", "role=regional_manager&region=%E5%8D%8E%E4%B8%9C")]
    [InlineData("sales.orders", ", compareTo: SAME_PERIOD_LAST_YEAR", "role=executive")]
    public async Task The_file_holds_every_row_of_every_page(string measure, string rest, string principal)
    {
        string asked = $"measure: \"{measure}\", period: {{ from: \"2025-01-01\", to: \"2025-12-31\" }}{rest}";
        (HttpStatusCode status, string file) = await GetAsync("export", $"{{ rows({asked}) {{ nodes {{ {Node} }} }} }}", "&format=csv", principal);
        Assert.Equal(HttpStatusCode.OK, status);
        string[] lines = file.TrimEnd().Split("\r\n");
        string[] columns = lines[0].Split(',');
        List<JsonElement> rows = await PagedAsync(asked, principal);

        Assert.Equal(rows.Count, lines.Length - 1);
        Assert.True(rows.Count > 20);
        foreach ((JsonElement row, string line) in rows.Zip(lines.Skip(1)))
        {
            Dictionary<string, string> cells = columns.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
            Assert.Equal(row.GetProperty("fact").GetString(), cells["fact"]);
            Assert.Equal(row.GetProperty("day").GetString() ?? "", cells["day"]);
            Assert.All(row.GetProperty("keys").EnumerateArray(), key => Assert.Equal(key.GetProperty("value").GetString() ?? "", cells[key.GetProperty("column").GetString()!]));
            Assert.All(row.GetProperty("members").EnumerateArray(), member => Assert.Equal(member.GetProperty("name").GetString() ?? "", cells[member.GetProperty("dimension").GetString()!.ToLowerInvariant()].Trim('"')));
            Assert.Equal(Number(row.GetProperty("numerator")), Number(cells.GetValueOrDefault("numerator")));
            Assert.Equal(Number(row.GetProperty("denominator")), Number(cells.GetValueOrDefault("denominator")));
        }
    }

    [Theory]
    [InlineData("first: 5", "export-all-rows")]
    [InlineData("last: 5, before: \"abc\"", "export-all-rows")]
    public async Task A_page_is_no_export(string page, string code) =>
        Assert.Contains(code, (await GetAsync("export", $"{{ rows(measure: \"sales.revenue\", period: {{ from: \"2025-01-01\", to: \"2025-12-31\" }}, {page}) {{ nodes {{ day }} }} }}", "", "role=executive")).Body, StringComparison.Ordinal);

    [Theory]
    [InlineData("sales.grossMargin", "nodes { day }", "measure-masked")]
    [InlineData("sales.profit", "nodes { day }", "no-such-measure")]
    [InlineData("sales.revenue", "totalCount", "export-no-columns")]
    public async Task What_nobody_may_page_through_nobody_may_export(string measure, string fields, string code)
    {
        (HttpStatusCode status, string body) = await GetAsync("export", $"{{ rows(measure: \"{measure}\", period: {{ from: \"2025-01-01\", to: \"2025-12-31\" }}) {{ {fields} }} }}", "", "role=sales_assistant");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(code, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_form_holds_the_same_rows()
    {
        const string Asked = "{ rows(measure: \"sales.grossMargin\", period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { edges { node { day numerator } } } }";
        await File.WriteAllBytesAsync(server.File("rows.parquet"), await BytesAsync(Asked, "parquet"));
        await File.WriteAllBytesAsync(server.File("rows.csv"), await BytesAsync(Asked, "csv"));
        using DuckDbConnection connection = new("DataSource=:memory:");
        connection.Open();

        Assert.True((await BytesAsync(Asked, "arrow")).Length > 1_000);
        Assert.True((await BytesAsync(Asked, "xlsx")).Length > 1_000);
        Assert.Equal(Row(connection, $"read_parquet('{server.File("rows.parquet")}')"), Row(connection, $"read_csv('{server.File("rows.csv")}', header = true)"));
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "The statements stand in this file.")]
    private static string Row(DuckDbConnection connection, string file)
    {
        using DuckDbCommand command = connection.CreateCommand($"SELECT count(*) || ' ' || CAST(sum(CAST(numerator AS DECIMAL(18, 4))) AS VARCHAR) || ' ' || CAST(min(day) AS VARCHAR) FROM {file}");
        return (string)command.ExecuteScalar()!;
    }

    private async Task<byte[]> BytesAsync(string question, string format)
    {
        using HttpRequestMessage request = Request("export", question, $"&format={format}", "role=executive");
        using HttpResponseMessage response = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private async Task<List<JsonElement>> PagedAsync(string asked, string principal)
    {
        List<JsonElement> rows = [];
        string after = "";
        while (true)
        {
            (_, string body) = await GetAsync("graphql", $"{{ rows({asked}, first: 300{after}) {{ nodes {{ {Node} }} pageInfo {{ hasNextPage endCursor }} }} }}", "", principal);
            JsonElement page = JsonDocument.Parse(body).RootElement.GetProperty("data").GetProperty("rows");
            rows.AddRange(page.GetProperty("nodes").EnumerateArray());
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return rows;
            }

            after = $", after: \"{page.GetProperty("pageInfo").GetProperty("endCursor").GetString()}\"";
        }
    }

    private static decimal? Number(JsonElement value) => value.ValueKind is JsonValueKind.Number ? Math.Round(value.GetDecimal(), 4) : null;

    private static decimal? Number(string? text) => string.IsNullOrEmpty(text) ? null : Math.Round(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), 4);

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string question, string rest, string principal)
    {
        using HttpRequestMessage request = Request(path, question, rest, principal);
        using HttpResponseMessage response = await server.Http.SendAsync(request);
        return (response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));
    }

    private HttpRequestMessage Request(string path, string question, string rest, string principal)
    {
        HttpRequestMessage request = new(HttpMethod.Get, new Uri($"{server.Address}/{path}?query={Uri.EscapeDataString(question)}{rest}"));
        request.Headers.Add("X-Principal", principal);
        return request;
    }
}
