using System.IO.Compression;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.GraphQL.Http.Streams;
using ProdSales.GraphQL.Tests.Http;

namespace ProdSales.GraphQL.Tests.Attacks;

/// <summary>Requests by which servers have been brought down, and the answer; after each the server answers as before.</summary>
public sealed class HttpAttackTests
{
    public static TheoryData<string, string, int, string> Requests => new()
    {
        { "a body of 1 MB of commas", Query(new string(',', 1_000_000)), 413, "Body is larger than 262144 bytes." },
        { "a string of 1 MB", Query($"{{hello(name:\\\"{new string('x', 1_000_000)}\\\")}}"), 413, "Body is larger than 262144 bytes." },
        { "a million items", Variables($"[{string.Join(',', Enumerable.Repeat("1", 1_000_000))}]"), 413, "Body is larger than 262144 bytes." },
        { "variables 1000 deep", Variables(new string('[', 1_000) + new string(']', 1_000)), 400, "nests deeper than 64 levels" },
        { "variables 100 000 deep", Variables(new string('[', 100_000) + new string(']', 100_000)), 400, "nests deeper than 64 levels" },
        { "3 000 aliases", Query($"{{{string.Concat(Enumerable.Range(0, 3_000).Select(index => $"x{index}:hello "))}}}"), 200, "Document has 3000 fields on the root type; at most 20 are allowed." },
        { "40 000 selections in each other", Query($"{string.Concat(Enumerable.Repeat("{a", 40_000))}"), 200, "Document nests deeper than 64 levels." },
        { "100 000 digits", Query($"{{hello(name:{new string('9', 100_000)})}}"), 200, "Number literal is longer than 64 characters." },
        { "10 000 directives", Query($"{{hello {string.Concat(Enumerable.Repeat("@aa ", 9_000))}}}"), 200, "Document contains more that 10000 tokens." },
        { "a key 1000 times", $"{{{string.Concat(Enumerable.Repeat("\"query\":\"{nothing}\",", 1_000))}\"query\":\"{{hello}}\"}}", 200, "Hello, world!" },
        { "no end", """{"query":"{ hello }""", 400, "Body is not JSON" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_that_is_too_much_is_refused_and_the_server_goes_on(string name, string body, int status, string message)
    {
        await using TestServer server = await TestServer.StartAsync();

        (int given, string answer) = await PostAsync(server, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(status, given);
        Assert.Contains(message, answer, StringComparison.Ordinal);
        Assert.InRange(answer.Length, 0, 5_000);
        Assert.Equal("""{"data":{"hello":"Hello, world!"}}""", (await PostAsync(server, new StringContent(Query("{hello}"), Encoding.UTF8, "application/json"))).Answer);
        Assert.False(string.IsNullOrEmpty(name));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_packed_body_is_not_unpacked(string encoding)
    {
        await using TestServer server = await TestServer.StartAsync();
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Query(new string('{', 4_000_000))));
        }

        using ByteArrayContent content = new(packed.ToArray());
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add(encoding);

        (int status, string answer) = await PostAsync(server, content);

        Assert.Equal(415, status);
        Assert.Contains($"Content-Encoding {encoding} is not read", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_has_too_much_to_do_says_when_to_come_again()
    {
        EngineOptions full = new() { DescribeException = (_, _) => new GraphQLError(ErrorCodes.Busy, "Later, please.") };
        await using TestServer server = await TestServer.StartAsync(engineOptions: full);

        using HttpResponseMessage response = await server.Client.PostAsync(server.Address, new StringContent(Query("{fails}"), Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (response.StatusCode, response.Headers.RetryAfter?.ToString()));
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_is_told_in_the_callers_language_and_the_code_stays()
    {
        GraphQLHttpOptions options = new() { Wording = _ => (reason, facts) => $"{reason} {string.Join(' ', facts.Values)}" };
        await using TestServer server = await TestServer.StartAsync(options);

        (_, string answer) = await PostAsync(server, new StringContent("""{"query":7}""", Encoding.UTF8, "application/json"));

        JsonElement error = JsonDocument.Parse(answer).RootElement.GetProperty("errors")[0];
        Assert.Equal("member-kind query String Number", error.GetProperty("message").GetString());
        Assert.Equal(ErrorCodes.BadRequest, error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task One_user_holds_no_more_streams_than_one_may()
    {
        GraphQLHttpOptions options = new() { User = http => http.Request.Headers["X-User"], Streams = new StreamLimits { ConnectionsOfOneUser = 2 } };
        await using TestServer server = await TestServer.StartAsync(options);

        using HttpResponseMessage first = await OpenAsync(server, "a");
        using HttpResponseMessage second = await OpenAsync(server, "a");
        using HttpResponseMessage third = await OpenAsync(server, "a");
        using HttpResponseMessage other = await OpenAsync(server, "b");

        Assert.Equal([200, 200, 503, 200], new[] { first, second, third, other }.Select(response => (int)response.StatusCode));
    }

    [Fact]
    public async Task A_thousand_operations_of_one_socket_are_fifty_and_the_rest_is_refused()
    {
        await using TestServer server = await TestServer.StartAsync();
        using ClientWebSocket socket = await SocketAsync(server);
        for (int index = 0; index < 1_000; index++)
        {
            await SendAsync(socket, $$$"""{"id":"{{{index}}}","type":"subscribe","payload":{"query":"subscription { ticks }"}}""");
        }

        HashSet<string> refused = [];
        while (refused.Count < 950)
        {
            JsonElement message = await ReadAsync(socket);
            if (message.GetProperty("type").GetString() == "error")
            {
                Assert.Equal(ErrorCodes.LimitExceeded, message.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
                refused.Add(message.GetProperty("id").GetString()!);
            }
        }

        Assert.Equal(50, server.Live.Open);
    }

    [Fact]
    public async Task A_socket_whose_client_never_reads_is_given_up()
    {
        await using TestServer server = await TestServer.StartAsync(new GraphQLHttpOptions { Streams = new StreamLimits { SendTimeout = TimeSpan.FromMilliseconds(300) } });
        using ClientWebSocket socket = await SocketAsync(server);
        await SendAsync(socket, """{"id":"1","type":"subscribe","payload":{"query":"subscription { ticks }"}}""");
        using CancellationTokenSource enough = new(TimeSpan.FromSeconds(90));

        // Answers of a flood of pings fill what lies between the two, and nobody takes them away.
        string ping = $$$"""{"type":"ping","payload":{"fill":"{{{new string('x', 100_000)}}}"}}""";
        Exception? closed = await Record.ExceptionAsync(async () =>
        {
            while (true)
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(ping), WebSocketMessageType.Text, true, enough.Token);
            }
        });

        Assert.IsType<WebSocketException>(closed);
        for (int turn = 0; turn < 100 && server.Live.Open > 0; turn++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(0, server.Live.Open);
    }

    [Fact]
    public async Task A_page_of_another_origin_opens_no_socket()
    {
        await using TestServer server = await TestServer.StartAsync();
        using ClientWebSocket socket = new();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Origin", "https://elsewhere.example");
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(SocketAddress(server), CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    private static string Query(string document) => $$"""{"query":"{{document}}"}""";

    private static string Variables(string value) => $$$"""{"query":"query($n: String) { hello(name: $n) }","variables":{"n":{{{value}}}}}""";

    private static async Task<(int Status, string Answer)> PostAsync(TestServer server, HttpContent content)
    {
        using HttpResponseMessage response = await server.Client.PostAsync(server.Address, content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static Task<HttpResponseMessage> OpenAsync(TestServer server, string user)
    {
        HttpRequestMessage request = new(HttpMethod.Get, new Uri("?query=subscription{ticks}", UriKind.Relative));
        request.Headers.Add("Accept", "text/event-stream");
        request.Headers.Add("X-User", user);
        return server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static Uri SocketAddress(TestServer server) => new UriBuilder(server.Address) { Scheme = "ws" }.Uri;

    private static async Task<ClientWebSocket> SocketAsync(TestServer server)
    {
        ClientWebSocket socket = new();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(SocketAddress(server), CancellationToken.None);
        await SendAsync(socket, """{"type":"connection_init"}""");
        Assert.Equal("connection_ack", (await ReadAsync(socket)).GetProperty("type").GetString());
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

    private static async Task<JsonElement> ReadAsync(ClientWebSocket socket)
    {
        byte[] buffer = new byte[64 * 1024];
        WebSocketReceiveResult part = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return JsonDocument.Parse(buffer.AsMemory(0, part.Count)).RootElement;
    }
}
