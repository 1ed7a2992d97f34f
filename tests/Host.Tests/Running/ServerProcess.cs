using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace ProdSales.Host.Tests.Running;

/// <summary>A server that runs until it is disposed, and a client of it.</summary>
internal sealed class ServerProcess(Process process, Uri address) : IAsyncDisposable
{
    internal HttpClient Http { get; } = new() { BaseAddress = address };

    /// <summary>The operating system's number of the process.</summary>
    internal int Id => process.Id;

    /// <summary>Bytes of memory that the process holds now.</summary>
    internal long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Asks over HTTP and gives the data; a response with errors fails the test.</summary>
    internal async Task<JsonElement> AskAsync(string query) => (await AnswerAsync(query)).GetProperty("data");

    /// <summary>Asks over HTTP and gives the whole answer; a response with errors fails the test.</summary>
    internal async Task<JsonElement> AnswerAsync(string query)
    {
        using HttpResponseMessage response = await Http.PostAsJsonAsync(new Uri("graphql", UriKind.Relative), new { query });
        JsonElement body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(body.TryGetProperty("errors", out JsonElement errors), $"{query}: {errors}");
        return body;
    }
}
