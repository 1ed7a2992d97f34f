using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace ProdSales.Bench.Serve;

/// <summary>A server in a process of its own, asked by sixteen clients at a time.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const int Clients = 16;

    private readonly Process _process;
    private readonly HttpClient _client;

    /// <summary>Starts a program that prints its port and tells what it has cost under <c>/cpu</c>.</summary>
    internal ServerProcess(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        string port = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{program} stopped: is bench/node installed?");
        _client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public void Dispose()
    {
        _client.Dispose();
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Asks once and gives the data of the answer, its members in order.</summary>
    internal string Answer(string query)
    {
        using JsonDocument answer = JsonDocument.Parse(Ask(Body(query)).GetAwaiter().GetResult());
        return JsonSerializer.Serialize(answer.RootElement.GetProperty("data"));
    }

    /// <summary>Microseconds of processor time that the server took for each of so many requests.</summary>
    internal double Cost(string query, int requests)
    {
        byte[] body = Body(query);
        long before = Cpu();
        Task[] clients = [.. Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (int asked = 0; asked < requests / Clients; asked++)
            {
                await Ask(body);
            }
        }))];
        Task.WaitAll(clients);
        return (Cpu() - before) / (double)(requests / Clients * Clients);
    }

    private static byte[] Body(string query) => JsonSerializer.SerializeToUtf8Bytes(new { query });

    private async Task<byte[]> Ask(byte[] body)
    {
        using ByteArrayContent content = new(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await _client.PostAsync(new Uri("/graphql", UriKind.Relative), content);
        byte[] answer = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"The server answered {response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
    }

    private long Cpu() => long.Parse(_client.GetStringAsync(new Uri("/cpu", UriKind.Relative)).GetAwaiter().GetResult(), CultureInfo.InvariantCulture);
}
