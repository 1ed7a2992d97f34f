using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Tests.Exports;

/// <summary>The answer of a question as a file: the numbers of its JSON, for the same eyes.</summary>
public sealed class ExportTests : IClassFixture<ExportServer>
{
    private const string Everything = "role=executive";

    private const string Question = """
        query($from: Date = "2024-01-01") {
          sales(period: { from: $from, to: "2025-12-31" }, asOf: "2026-01-01") {
            byRegion(orderBy: { revenue: DESC }) { region revenue byProductLine { productLine overTime(grain: QUARTER) { period revenue orders last: compare(to: SAME_PERIOD_LAST_YEAR) { revenue } } } }
          }
        }
        """;

    private readonly ExportServer _server;

    public ExportTests(ExportServer server) => _server = server;

    [Fact]
    public async Task Every_row_and_number_of_the_answer_is_in_the_file()
    {
        (HttpStatusCode status, byte[] body) = await GetAsync("export", Question, "&format=csv");
        JsonElement answer = JsonDocument.Parse((await GetAsync("graphql", Question, "")).Body).RootElement.GetProperty("data").GetProperty("sales");
        List<string> expected = ["region,productLine,period,revenue,orders,last_revenue"];
        foreach (JsonElement region in answer.GetProperty("byRegion").EnumerateArray())
        {
            foreach (JsonElement line in region.GetProperty("byProductLine").EnumerateArray())
            {
                expected.AddRange(line.GetProperty("overTime").EnumerateArray().Select(step => string.Join(',', Cell(region, "region"), Cell(line, "productLine"), Cell(step, "period"), Cell(step, "revenue"), Cell(step, "orders"), Cell(step.GetProperty("last"), "revenue"))));
            }
        }

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(expected.Count > 10, $"The answer has only {expected.Count} lines.");
        Assert.Equal(expected, Encoding.UTF8.GetString(body).TrimEnd().Split("\r\n"));
    }

    [Fact]
    [SuppressMessage("Security", "CA2100", Justification = "The statements stand in this file.")]
    public async Task Parquet_holds_what_the_text_holds()
    {
        await File.WriteAllBytesAsync(_server.File("t.parquet"), (await GetAsync("export", Question, "&format=parquet")).Body);
        await File.WriteAllBytesAsync(_server.File("t.csv"), (await GetAsync("export", Question, "&format=csv")).Body);
        using DuckDbConnection connection = new("DataSource=:memory:");
        connection.Open();
        string ofText = $"SELECT region, productLine, period, revenue, orders, last_revenue FROM read_csv('{_server.File("t.csv")}', columns = {{'region': 'VARCHAR', 'productLine': 'VARCHAR', 'period': 'DATE', 'revenue': 'DECIMAL(18, 4)', 'orders': 'BIGINT', 'last_revenue': 'DECIMAL(18, 4)'}}, header = true)";
        string ofParquet = $"SELECT * FROM read_parquet('{_server.File("t.parquet")}')";
        using DuckDbCommand command = connection.CreateCommand($"SELECT (SELECT count(*) FROM ({ofParquet} EXCEPT ALL {ofText})) + (SELECT count(*) FROM ({ofText} EXCEPT ALL {ofParquet})), (SELECT count(*) FROM ({ofParquet}))");
        using DuckDbDataReader reader = command.ExecuteReader();
        reader.Read();

        Assert.Equal(0, reader.GetInt64(0));
        Assert.True(reader.GetInt64(1) > 10);
        Assert.Empty(Directory.EnumerateFiles(_server.Warehouse.SpoolFolder));
    }

    [Theory]
    [InlineData("arrow", "application/vnd.apache.arrow.stream", "sales-byRegion-byProductLine-overTime.arrows")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "sales-byRegion-byProductLine-overTime.xlsx")]
    public async Task A_file_says_what_it_is_and_how_it_is_called(string format, string mediaType, string name)
    {
        using HttpRequestMessage byParameter = Request("export", Question, $"&format={format}", Everything);
        using HttpRequestMessage byHeader = Request("export", Question, "", Everything);
        byHeader.Headers.Add("Accept", mediaType);
        using HttpResponseMessage one = await _server.Http.SendAsync(byParameter);
        using HttpResponseMessage other = await _server.Http.SendAsync(byHeader);

        Assert.Equal([mediaType, mediaType], new[] { one, other }.Select(response => response.Content.Headers.ContentType!.MediaType!));
        Assert.Equal(name, one.Content.Headers.ContentDisposition!.FileName);
        Assert.True((await one.Content.ReadAsByteArrayAsync()).Length > 1000);
    }

    [Fact]
    public async Task A_question_by_post_with_variables_is_exported_too()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"{_server.Address}/export?format=csv&bom=true"))
        {
            Content = JsonContent.Create(new { query = Question, variables = new { from = "2025-01-01" } }),
        };
        request.Headers.Add("X-Principal", Everything);
        using HttpResponseMessage response = await _server.Http.SendAsync(request);
        string text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());

        Assert.StartsWith("\uFEFFregion,", text, StringComparison.Ordinal);
        Assert.DoesNotContain(",2024-", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_see_in_a_file_what_they_see_in_an_answer()
    {
        const string Asked = "{ sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { byRegion { region revenue grossMargin } } }";
        string part = Encoding.UTF8.GetString((await GetAsync("export", Asked, "", "role=regional_manager&role=sales_assistant&region=%E5%8D%8E%E4%B8%9C")).Body);
        string[] lines = part.TrimEnd().Split("\r\n");

        Assert.Equal("region,revenue,grossMargin", lines[0]);
        Assert.StartsWith("华东,", Assert.Single(lines.Skip(1)), StringComparison.Ordinal);
        Assert.EndsWith(",", lines[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("export", Asked, "", principal: null)).Status);
    }

    [Theory]
    [InlineData("{ sales(period: { from: \"2024-01-01\", to: \"2024-12-31\" }) { isConnected } }", "", "export-one-table")]
    [InlineData("{ sales(period: { from: \"2024-01-01\", to: \"2024-12-31\" }) { total { revenue } byRegion { region } } }", "", "export-one-table")]
    [InlineData("{ a: sales(period: { from: \"2024-01-01\", to: \"2024-12-31\" }) { total { revenue } } b: sales(period: { from: \"2024-01-01\", to: \"2024-12-31\" }) { total { revenue } } }", "", "export-one-subject")]
    [InlineData("{ currency }", "", "export-one-subject")]
    [InlineData("{ sales(period: { from: \"2024-01-01\", to: \"2023-12-31\" }) { total { revenue } } }", "", "period-ends-before-it-starts")]
    [InlineData("{ sales(period: { from: \"2024-01-01\", to: \"2024-12-31\" }) { total { __typename } } }", "", "export-no-columns")]
    [InlineData("{ sales(period: { from: \"2024-01-01\", to: \"2024-12-31\" }) { total { revenu } } }", "", "graphql-validation-failed")]
    [InlineData("{ sales(period: { from: \"2024-01-01\", to: \"2024-12-31\" }) { total { revenue } } }", "&format=xml", "export-format")]
    [InlineData("{ sales(period: { from: \"2024-01-01\", to: \"2024-12-31\" }) { total { revenue } } }", "&bom=1", "export-format")]
    public async Task What_is_no_table_is_refused(string question, string rest, string code)
    {
        (HttpStatusCode status, byte[] body) = await GetAsync("export", question, rest);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(code, JsonDocument.Parse(body).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_table_has_more_rows_than_an_answer_where_nobody_bounds_it()
    {
        const string Asked = "{ sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { byCustomer(first: 20000) { customer revenue } } }";

        Assert.Equal(HttpStatusCode.OK, (await GetAsync("export", Asked, "")).Status);
        Assert.Contains("first-out-of-range", Encoding.UTF8.GetString((await GetAsync("graphql", Asked, "")).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_a_free_reader_says_when_to_come_again()
    {
        using ReaderLease one = await _server.Warehouse.Readers.LeaseAsync();
        using ReaderLease two = await _server.Warehouse.Readers.LeaseAsync();
        using CancellationTokenSource end = new();
        Task<ReaderLease> waiting = _server.Warehouse.Readers.LeaseAsync(end.Token);
        using HttpRequestMessage request = Request("export", Question, "", Everything);
        using HttpResponseMessage response = await _server.Http.SendAsync(request);
        await end.CancelAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (response.StatusCode, response.Headers.RetryAfter?.ToString()));
        Assert.Contains("\"busy\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static string Cell(JsonElement row, string name) => row.GetProperty(name) switch
    {
        { ValueKind: JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } number => number.GetRawText(),
    };

    private async Task<(HttpStatusCode Status, byte[] Body)> GetAsync(string path, string question, string rest, string? principal = Everything)
    {
        using HttpRequestMessage request = Request(path, question, rest, principal);
        using HttpResponseMessage response = await _server.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    private HttpRequestMessage Request(string path, string question, string rest, string? principal)
    {
        HttpRequestMessage request = new(HttpMethod.Get, new Uri($"{_server.Address}/{path}?query={Uri.EscapeDataString(question)}{rest}"));
        if (principal is not null)
        {
            request.Headers.Add("X-Principal", principal);
        }

        return request;
    }
}
