using System.Text.Json;
using ProdSales.GraphQL.Http;
using ProdSales.GraphQL.Http.Streams;
using ProdSales.GraphQL.Tests.Reference;

namespace ProdSales.GraphQL.Tests.Http;

/// <summary>The two protocols of subscriptions, driven by their own clients and by sockets and requests that break them.</summary>
public sealed class StreamTests
{
    private static readonly GraphQLHttpOptions Options = new() { Streams = new StreamLimits { InitTimeout = TimeSpan.FromSeconds(2) } };

    [OracleTheory]
    [InlineData("sockets.mjs", 26)]
    [InlineData("events.mjs", 17)]
    public async Task The_protocol_is_kept(string script, int checks)
    {
        await using TestServer server = await TestServer.StartAsync(Options);

        string output = await NodeOracle.RunAsync(script, server.Address.ToString());

        JsonElement[] results = [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
        Assert.Empty(results.Where(result => !result.GetProperty("ok").GetBoolean()).Select(result => result.ToString()));
        Assert.Equal(checks, results.Length);
    }

    [OracleTheory]
    [InlineData("sockets.mjs")]
    [InlineData("events.mjs")]
    public async Task Nothing_runs_on_for_clients_that_left(string script)
    {
        await using TestServer server = await TestServer.StartAsync(Options);

        await NodeOracle.RunAsync(script, server.Address.ToString());

        for (int turn = 0; turn < 100 && server.Live.Open > 0; turn++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(0, server.Live.Open);
    }

    [Fact]
    public async Task More_streams_than_allowed_are_refused_with_the_time_to_come_again()
    {
        await using TestServer server = await TestServer.StartAsync(new GraphQLHttpOptions { Streams = new StreamLimits { Connections = 2 } });
        using HttpResponseMessage first = await OpenAsync(server);
        using HttpResponseMessage second = await OpenAsync(server);
        using HttpResponseMessage third = await OpenAsync(server);

        Assert.Equal([200, 200, 503], new[] { first, second, third }.Select(response => (int)response.StatusCode));
        Assert.Equal("5", third.Headers.RetryAfter?.ToString());
    }

    private static Task<HttpResponseMessage> OpenAsync(TestServer server)
    {
        HttpRequestMessage request = new(HttpMethod.Get, new Uri("?query=subscription{ticks}", UriKind.Relative));
        request.Headers.Add("Accept", "text/event-stream");
        return server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
