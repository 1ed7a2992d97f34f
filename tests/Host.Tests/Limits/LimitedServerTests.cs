using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Host.Tests.Limits;

/// <summary>A server tells each client at which limit it turned him away, in his language.</summary>
public sealed class LimitedServerTests(LimitedServer server) : IClassFixture<LimitedServer>
{
    private const string Revenue = "{ sales(period: { from: \\\"2024-01-01\\\", to: \\\"2025-12-31\\\" }, asOf: \\\"2026-01-01\\\") { total { revenue } } }";

    public static TheoryData<string, string, int, string> Refusals => new()
    {
        { """{"query":7}""", "application/json", 400, "成员“query”须为 String，而不是 Number。" },
        { """{}""", "application/json", 400, "缺少成员“query”。" },
        { """{"query":""", "application/json", 400, "正文不是 JSON，或嵌套超过 64 层：第 1 行第 10 字节。" },
        { """{"query":"{currency}"}""", "text/plain", 415, "Content-Type 须为 UTF-8 的 application/json。" },
        { $$"""{"query":"{{new string(' ', 20_000)}}"}""", "application/json", 413, "正文超过 20000 字节。" },
        { """[{},{},{},{}]""", "application/json", 400, "一批有 4 个请求；允许 1 至 3 个。" },
        { """{"documentId":"sha256:0"}""", "application/json", 400, "此处没有该编号的文档；编号为 sha256: 加上其字节的摘要。" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_no_request_is_refused_in_the_callers_language(string body, string type, int status, string said)
    {
        (HttpResponseMessage chinese, JsonElement told) = await PostAsync(body, type, "zh-CN");
        (_, JsonElement english) = await PostAsync(body, type, "en");

        Assert.Equal((status, said), ((int)chinese.StatusCode, Message(told)));
        Assert.Equal(Code(told), Code(english));
        Assert.DoesNotContain(Message(english), letter => letter is >= '\u2E80' and <= '\uFFEF');
    }

    [Fact]
    public async Task A_stream_that_is_not_there_is_refused_in_the_callers_language()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "?token=none") { Content = new StringContent("""{"query":"{currency}"}""", Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept-Language", "zh");
        using HttpResponseMessage response = await server.Client.SendAsync(request);

        Assert.Contains("没有该流", Message(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_user_has_one_stream_where_one_is_allowed()
    {
        using HttpResponseMessage first = await OpenAsync();
        using HttpResponseMessage second = await OpenAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, "5"), (first.StatusCode, second.StatusCode, second.Headers.RetryAfter?.ToString()));
        Assert.Contains("打开的流已达上限", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_statement_may_wait_the_client_comes_again()
    {
        using ReaderLease one = await server.Warehouse.Readers.LeaseAsync();
        using ReaderLease two = await server.Warehouse.Readers.LeaseAsync();
        Task<ReaderLease> waiting = server.Warehouse.Readers.LeaseAsync();

        (HttpResponseMessage response, JsonElement told) = await PostAsync($$"""{"query":"{{Revenue}}"}""", "application/json", "zh-CN");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (response.StatusCode, response.Headers.RetryAfter?.ToString()));
        Assert.Equal(("busy", "服务器正忙，请稍后再试。"), (Code(told), Message(told)));
        one.Dispose();
        (await waiting).Dispose();
    }

    [Fact]
    public async Task A_question_that_waits_too_long_is_given_up()
    {
        using ReaderLease one = await server.Warehouse.Readers.LeaseAsync();
        using ReaderLease two = await server.Warehouse.Readers.LeaseAsync();

        (HttpResponseMessage response, JsonElement told) = await PostAsync($$"""{"query":"{{Revenue}}"}""", "application/json", "zh-CN");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(("timed-out", "操作超过 6 秒，已取消。"), (Code(told), Message(told)));
        Assert.Equal(0, server.Warehouse.Readers.Waiting);
    }

    [Theory]
    [InlineData("{__schema{types{name}}}")]
    [InlineData("{__type(name:\\\"Query\\\"){name}}")]
    [InlineData("{curency}")]
    [InlineData("query($c: Comparison!){currency}")]
    public async Task A_closed_schema_is_told_by_no_way(string query)
    {
        (_, JsonElement told) = await PostAsync($$$"""{"query":"{{{query}}}","variables":{"c":"PREVIOUS_PERIO"}}""", "application/json", "en");

        Assert.DoesNotContain("Did you mean", Message(told), StringComparison.Ordinal);
        Assert.False(told.TryGetProperty("data", out _));
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(new Uri("graphql/schema.graphql", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_closed_schema_is_open_to_those_whose_role_gives_the_right()
    {
        const string Asked = """{"query":"{ __type(name: \"Query\") { name } }"}""";
        const string Misspelt = """{"query":"{ curency }"}""";
        bool[] shown = [await IsShownAsync("executive"), await IsShownAsync("analyst"), await IsShownAsync("executive")];

        Assert.Equal([false, true, false], shown);
        Assert.Contains("Did you mean", await AskAsync(Misspelt, "analyst"), StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", await AskAsync(Misspelt, "executive"), StringComparison.Ordinal);
        using HttpResponseMessage text = await SendAsync(HttpMethod.Get, "graphql/schema.graphql", null, "analyst");
        Assert.Contains("type Query", await text.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        async Task<bool> IsShownAsync(string role) => (await AskAsync(Asked, role)).Contains("""{"name":"Query"}""", StringComparison.Ordinal);

        async Task<string> AskAsync(string body, string role)
        {
            using HttpResponseMessage response = await SendAsync(HttpMethod.Post, "", body, role);
            return await response.Content.ReadAsStringAsync();
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_are_packed_where_the_client_accepts_it(string encoding)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "") { Content = new StringContent("""{"query":"{ measures { name formula } }"}""", Encoding.UTF8, "application/json") };
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using HttpResponseMessage response = await server.Client.SendAsync(request);

        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Fact]
    public async Task A_batch_asks_and_is_answered_in_order()
    {
        (HttpResponseMessage response, JsonElement told) = await PostAsync($$"""[{"query":"{ currency }"},{"query":"{{Revenue}}"},{"query":"{ dataVersion }"}]""", "application/json", "en");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["currency", "sales", "dataVersion"], told.EnumerateArray().Select(answer => answer.GetProperty("data").EnumerateObject().Single().Name));
    }

    // Of one user the server allows one stream, so that another name asks here.
    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body, string role)
    {
        using HttpClient client = new() { BaseAddress = server.Client.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Principal", $"role={role}&name=bela");
        using HttpRequestMessage request = new(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        return await client.SendAsync(request);
    }

    private async Task<(HttpResponseMessage Response, JsonElement Told)> PostAsync(string body, string type, string language)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("Accept-Language", language);
        HttpResponseMessage response = await server.Client.SendAsync(request);
        return (response, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private Task<HttpResponseMessage> OpenAsync()
    {
        HttpRequestMessage request = new(HttpMethod.Get, "?query=subscription{dataVersion}");
        request.Headers.Add("Accept", "text/event-stream");
        request.Headers.Add("Accept-Language", "zh");
        return server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static string Message(JsonElement told) => told.GetProperty("errors")[0].GetProperty("message").GetString()!;

    private static string? Code(JsonElement told) => told.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
}
