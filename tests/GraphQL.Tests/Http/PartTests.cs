using System.Net.Http.Json;
using ProdSales.GraphQL.Http;
using ProdSales.GraphQL.Tests.Reference;

namespace ProdSales.GraphQL.Tests.Http;

/// <summary>Answers in parts by every transport that carries them.</summary>
public sealed class PartTests
{
    private const string Query = "{ hello ... @defer(label: \"slow\") { later } words @stream(initialCount: 1) }";
    private const string First = """{"data":{"hello":"Hello, world!","words":["one"]},"pending":[{"id":"0","path":[],"label":"slow"},{"id":"1","path":["words"]}],"hasNext":true}""";
    private const string Items = """{"incremental":[{"id":"1","items":["two","three"]}],"completed":[{"id":"1"}],"hasNext":true}""";
    private const string Last = """{"incremental":[{"id":"0","data":{"later":"at last"}}],"completed":[{"id":"0"}],"hasNext":false}""";
    private const string Whole = """{"data":{"hello":"Hello, world!","later":"at last","words":["one","two","three"]}}""";

    [Fact]
    public async Task A_client_that_reads_multipart_gets_each_part_as_it_is_ready()
    {
        await using TestServer server = await TestServer.StartAsync();

        using HttpResponseMessage response = await AskAsync(server, Query, "multipart/mixed, application/json");

        Assert.Equal("multipart/mixed; boundary=\"-\"", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(Multipart(First, Items, Last), await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("multipart/mixed;deferSpec=20220824, application/json")]
    [InlineData("*/*")]
    public async Task A_client_that_does_not_gets_all_at_once(string accept)
    {
        await using TestServer server = await TestServer.StartAsync();

        using HttpResponseMessage response = await AskAsync(server, Query, accept);

        Assert.Equal(Whole, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_asks_for_no_parts_is_answered_as_JSON()
    {
        await using TestServer server = await TestServer.StartAsync();

        using HttpResponseMessage response = await AskAsync(server, "{ hello ... @defer(if: false) { later } }", "multipart/mixed");

        Assert.Contains("""{"data":{"hello":"Hello, world!","later":"at last"}}""", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_that_are_not_ready_in_time_end_with_an_error()
    {
        await using TestServer server = await TestServer.StartAsync(new GraphQLHttpOptions { Timeout = TimeSpan.FromSeconds(1) });

        using HttpResponseMessage response = await AskAsync(server, "{ hello ... @defer { never } }", "multipart/mixed");

        string body = await response.Content.ReadAsStringAsync();
        Assert.Contains("""{"data":{"hello":"Hello, world!"},"pending":[{"id":"0","path":[]}],"hasNext":true}""", body, StringComparison.Ordinal);
        Assert.Contains("\"completed\":[{\"id\":\"0\",\"errors\":[{\"message\":\"The operation took longer than 1 s and was cancelled.\"", body, StringComparison.Ordinal);
        Assert.Contains("\"hasNext\":false", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_of_events_carries_parts()
    {
        await using TestServer server = await TestServer.StartAsync();

        using HttpResponseMessage response = await AskAsync(server, Query, "text/event-stream");

        string body = await response.Content.ReadAsStringAsync();
        Assert.Equal([$"data: {First}", $"data: {Items}", $"data: {Last}", "data:"], body.Split('\n').Where(line => line.StartsWith("data", StringComparison.Ordinal)));
    }

    [OracleFact]
    public async Task A_socket_carries_parts()
    {
        await using TestServer server = await TestServer.StartAsync();

        string output = await NodeOracle.RunAsync("socket-parts.mjs", $"{server.Address} {Query}");

        Assert.Equal([First, Items, Last], output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Nothing_of_an_answer_runs_on_once_its_client_has_left()
    {
        await using TestServer server = await TestServer.StartAsync();
        using CancellationTokenSource leaving = new();
        HttpRequestMessage request = Request("{ hello ... @defer { never } }", "multipart/mixed");
        using HttpResponseMessage response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, leaving.Token);
        await using Stream body = await response.Content.ReadAsStreamAsync(leaving.Token);
        Assert.True(await body.ReadAsync(new byte[1024], leaving.Token) > 0);
        Assert.Equal(1, await WaitingAsync(server, 1));
        await body.DisposeAsync();
        response.Dispose();

        Assert.Equal(0, await WaitingAsync(server, 0));
    }

    private static async Task<int> WaitingAsync(TestServer server, int expected)
    {
        for (int turn = 0; turn < 200 && server.Waiting != expected; turn++)
        {
            await Task.Delay(50, CancellationToken.None);
        }

        return server.Waiting;
    }

    private static string Multipart(params string[] parts) => $"{string.Concat(parts.Select(part => $"\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{part}"))}\r\n-----\r\n";

    private static Task<HttpResponseMessage> AskAsync(TestServer server, string query, string accept) => server.Client.SendAsync(Request(query, accept));

    private static HttpRequestMessage Request(string query, string accept)
    {
        HttpRequestMessage request = new(HttpMethod.Post, (Uri?)null) { Content = JsonContent.Create(new { query }) };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }
}
