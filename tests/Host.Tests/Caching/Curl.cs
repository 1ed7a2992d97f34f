using System.Diagnostics;

namespace ProdSales.Host.Tests.Caching;

/// <summary>One answer as curl shows it.</summary>
internal sealed record Curl(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    internal string? Tag => Headers.GetValueOrDefault("etag");

    /// <summary>Asks a question by GET.</summary>
    internal static Task<Curl> GetAsync(string address, string query, params string[] headers) =>
        RunAsync(["--get", "--data-urlencode", $"query={query}", .. Flags(headers), address]);

    /// <summary>Asks a question by POST; it must need no escape in JSON.</summary>
    internal static Task<Curl> PostAsync(string address, string body, params string[] headers) =>
        RunAsync(["--data-raw", body, .. Flags(["Content-Type: application/json", .. headers]), address]);

    private static IEnumerable<string> Flags(IEnumerable<string> headers) => headers.SelectMany(header => new[] { "-H", header });

    private static async Task<Curl> RunAsync(string[] arguments)
    {
        using Process curl = Process.Start(new ProcessStartInfo("curl", ["--silent", "--show-error", "--include", "--max-time", "60", "--noproxy", "*", .. arguments])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        string text = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();
        Assert.Equal(0, curl.ExitCode);
        string[] parts = text.Split("\r\n\r\n", 2);
        string[] lines = parts[0].Split("\r\n");
        Dictionary<string, string> headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .GroupBy(pair => pair[0].ToLowerInvariant(), pair => pair[1]).ToDictionary(same => same.Key, same => string.Join(", ", same));
        return new Curl(int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), headers, parts[1]);
    }
}
