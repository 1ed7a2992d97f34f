using System.Net;
using System.Text;
using System.Text.Json;
using ProdSales.GraphQL.Http;

namespace ProdSales.GraphQL.Tests.Http;

public sealed class BatchTests
{
    private const string Three = """[{"query":"{ hello }"},{"query":"{ nothing }"},{"query":"query($n: String) { hello(name: $n) }","variables":{"n":"3"}}]""";

    private static readonly GraphQLHttpOptions On = new() { BatchSize = 10 };

    [Fact]
    public async Task An_array_is_refused_unless_batches_are_allowed()
    {
        await using TestServer server = await TestServer.StartAsync();

        (HttpStatusCode status, JsonElement body) = await PostAsync(server, Three);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Body must be a JSON object, not Array.", body.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Requests_of_a_batch_are_answered_in_their_order_each_with_its_own_errors()
    {
        await using TestServer server = await TestServer.StartAsync(On);

        (HttpStatusCode status, JsonElement body) = await PostAsync(server, Three);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(3, body.GetArrayLength());
        Assert.Equal("Hello, world!", body[0].GetProperty("data").GetProperty("hello").GetString());
        Assert.Equal(ErrorCodes.ValidationFailed, CodeOf(body[1]));
        Assert.Equal("Hello, 3!", body[2].GetProperty("data").GetProperty("hello").GetString());
    }

    [Fact]
    public async Task Mutations_of_a_batch_run_one_after_the_other()
    {
        await using TestServer server = await TestServer.StartAsync(On);

        (_, JsonElement body) = await PostAsync(server, $"[{string.Join(',', Enumerable.Repeat("""{"query":"mutation { count }"}""", 10))}]");

        Assert.Equal(Enumerable.Range(1, 10), body.EnumerateArray().Select(answer => answer.GetProperty("data").GetProperty("count").GetInt32()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(1_000)]
    public async Task A_batch_outside_its_limit_runs_nothing(int count)
    {
        await using TestServer server = await TestServer.StartAsync(On);

        (HttpStatusCode status, JsonElement body) = await PostAsync(server, $"[{string.Join(',', Enumerable.Repeat("""{"query":"mutation { count }"}""", count))}]");
        (_, JsonElement after) = await PostAsync(server, """{"query":"mutation { count }"}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(ErrorCodes.LimitExceeded, CodeOf(body));
        Assert.Equal($"A batch has {count} requests; 1 to 10 are allowed.", body.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.Equal(1, after.GetProperty("data").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_batch_that_is_not_whole_runs_nothing()
    {
        await using TestServer server = await TestServer.StartAsync(On);

        (HttpStatusCode status, _) = await PostAsync(server, """[{"query":"mutation { count }"},{"query":7}]""");
        (_, JsonElement after) = await PostAsync(server, """{"query":"mutation { count }"}""");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(1, after.GetProperty("data").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_batch_is_no_stream()
    {
        await using TestServer server = await TestServer.StartAsync(On);

        (HttpStatusCode status, JsonElement body) = await PostAsync(server, """[{"query":"subscription { ticks }"}]""", "text/event-stream");
        (_, JsonElement inBatch) = await PostAsync(server, """[{"query":"subscription { ticks }"}]""");

        Assert.Equal((HttpStatusCode.BadRequest, ErrorCodes.BadRequest), (status, CodeOf(body)));
        Assert.Equal(ErrorCodes.OperationNotFound, CodeOf(inBatch[0]));
    }

    [Fact]
    public async Task All_requests_of_a_batch_share_the_time_of_one()
    {
        await using TestServer server = await TestServer.StartAsync(On with { Timeout = TimeSpan.FromMilliseconds(100) });

        (_, JsonElement body) = await PostAsync(server, """[{"query":"{ hello }"},{"query":"{ never }"},{"query":"{ never }"}]""");

        Assert.Equal("Hello, world!", body[0].GetProperty("data").GetProperty("hello").GetString());
        Assert.Equal([ErrorCodes.TimedOut, ErrorCodes.TimedOut], body.EnumerateArray().Skip(1).Select(CodeOf));
    }

    private static string? CodeOf(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(TestServer server, string body, string? accept = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, server.Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept", accept ?? "application/json");
        using HttpResponseMessage response = await server.Client.SendAsync(request);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
