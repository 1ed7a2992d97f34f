using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace ProdSales.Bench.Soak;

/// <summary>The requests of a soak and what must be answered.</summary>
internal sealed class SoakMix(Uri address, HttpClient client)
{
    private static readonly string[] Bodies = [.. Enumerable.Range(0, SoakQuestions.Drills).Select(number => JsonSerializer.Serialize(new { query = SoakQuestions.Drill(number) }))];

    private readonly EntityTagHeaderValue?[] _tags = new EntityTagHeaderValue?[SoakQuestions.Drills];

    /// <summary>Gets the kinds; their weights sum to a hundred.</summary>
    internal IReadOnlyList<SoakRequest> Kinds =>
    [
        new("hello", 40, _ => PostAsync(SoakQuestions.Hello, "\"currency\"")),
        new("list", 15, _ => PostAsync(SoakQuestions.List, "\"members\"")),
        new("drill-down", 15, random => PostBodyAsync(Bodies[random.Next(Bodies.Length)], HttpStatusCode.OK, "\"total\"")),
        new("drill-down that the client may have", 10, AskAgainAsync),
        new("rows", 3, random => PostAsync(SoakQuestions.Rows(random.Next(1, 11)), "\"edges\"")),
        new("export", 1, random => ExportAsync(SoakQuestions.Table(random.Next(1, 11)))),
        new("no document", 6, _ => PostAsync(SoakQuestions.Invalid, "graphql-syntax-error")),
        new("unknown field", 5, _ => PostAsync(SoakQuestions.Unknown, "graphql-validation-failed")),
        new("too large", 2, _ => PostBodyAsync(new string(' ', 300_000), HttpStatusCode.RequestEntityTooLarge, "bad-request")),
        new("client cut off", 3, CutOffAsync),
    ];

    private Task<string?> PostAsync(string query, string expected) => PostBodyAsync(JsonSerializer.Serialize(new { query }), HttpStatusCode.OK, expected);

    private async Task<string?> PostBodyAsync(string body, HttpStatusCode status, string expected)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using HttpResponseMessage response = await client.SendAsync(request);
        string answer = await response.Content.ReadAsStringAsync();
        bool isRight = response.StatusCode == status && answer.Contains(expected, StringComparison.Ordinal) && (expected[0] != '"' || !answer.Contains("\"errors\"", StringComparison.Ordinal));
        return isRight ? null : $"{(int)response.StatusCode} {answer[..Math.Min(300, answer.Length)]}";
    }

    private async Task<string?> AskAgainAsync(Random random)
    {
        int number = random.Next(_tags.Length);
        using HttpRequestMessage request = new(HttpMethod.Get, $"graphql?query={Uri.EscapeDataString(SoakQuestions.Drill(number))}");
        if (_tags[number] is { } held)
        {
            request.Headers.IfNoneMatch.Add(held);
        }

        using HttpResponseMessage response = await client.SendAsync(request);
        string answer = await response.Content.ReadAsStringAsync();
        _tags[number] = response.Headers.ETag;
        bool isHeld = response.StatusCode == HttpStatusCode.NotModified && request.Headers.IfNoneMatch.Count == 1 && answer.Length == 0;
        bool isNew = response.StatusCode == HttpStatusCode.OK && answer.Contains("\"total\"", StringComparison.Ordinal) && !answer.Contains("\"errors\"", StringComparison.Ordinal);
        return isHeld || isNew ? null : $"{(int)response.StatusCode} {answer}";
    }

    private async Task<string?> ExportAsync(string query)
    {
        using HttpResponseMessage response = await client.GetAsync(new Uri($"export?format=csv&query={Uri.EscapeDataString(query)}", UriKind.Relative));
        string answer = await response.Content.ReadAsStringAsync();
        return response.StatusCode == HttpStatusCode.OK && answer.StartsWith("customer,revenue", StringComparison.Ordinal) ? null : $"{(int)response.StatusCode} {answer}";
    }

    /// <summary>Leaves in the middle of a request or before its answer, with and without a word.</summary>
    private async Task<string?> CutOffAsync(Random random)
    {
        string body = Bodies[random.Next(Bodies.Length)];
        byte[] request = Encoding.UTF8.GetBytes($"POST /graphql HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        using TcpClient socket = new();
        await socket.ConnectAsync(address.Host, address.Port);
        socket.LingerState = new LingerOption(random.Next(2) == 0, 0);
        await socket.GetStream().WriteAsync(request.AsMemory(0, random.Next(1, request.Length + 1)));
        await Task.Delay(random.Next(4));
        return null;
    }
}
