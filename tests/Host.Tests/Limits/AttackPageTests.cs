using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProdSales.Host.Tests.Running;
using ProdSales.Plants;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Limits;

/// <summary>Every row of <c>docs/attacks.md</c> is tried against the program as its users start it, with the limits that it comes with, and what comes back is what the page says.</summary>
public sealed class AttackPageTests : IDisposable
{
    private const long MostMemory = 1_500_000_000;

    private static readonly string[] Lines = [.. File.ReadAllLines(Repository.PathOf("docs", "attacks.md")).Where(line => line.Length > 2 && line[0] == '|' && char.IsAsciiDigit(line[2]))];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_attack_is_answered_as_the_page_says_and_the_server_goes_on()
    {
        string database = _folder.File("plant.duckdb");
        PlantFile.Write(database);
        await using ServerProcess server = await ProdSalesProgram.ServeAsync(database, "--principal-header", "X-Principal");
        List<string> differences = [];
        foreach (string[] cells in Rows())
        {
            int row = int.Parse(cells[0], CultureInfo.InvariantCulture);
            string seen = LiveAttacks.ByRow.TryGetValue(row, out LiveAttack[]? attacks) ? await SeenAsync(server, attacks) : "–";
            if (seen != cells[3])
            {
                differences.Add($"{row}: seen {seen}, told {cells[3]}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.InRange(server.Memory, 1, MostMemory);
    }

    [Fact]
    public void The_page_has_every_attack_once_and_names_tests_that_stand()
    {
        string[] known = [.. Directory.EnumerateFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file))];

        Assert.Equal(Enumerable.Range(1, 22), Rows().Select(cells => int.Parse(cells[0], CultureInfo.InvariantCulture)));
        Assert.All(Rows(), cells => Assert.All(Regex.Matches(cells[4], "`(?<name>[A-Za-z]+)`", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["name"].Value), name => Assert.Contains(name, known)));
        Assert.All(Rows(), cells => Assert.True(LiveAttacks.ByRow.ContainsKey(int.Parse(cells[0], CultureInfo.InvariantCulture)) || cells[4].Contains('`', StringComparison.Ordinal), $"Nothing attacks row {cells[0]}."));
    }

    private static IEnumerable<string[]> Rows() => Lines.Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static async Task<string> SeenAsync(ServerProcess server, LiveAttack[] attacks)
    {
        List<string> seen = [];
        foreach (LiveAttack attack in attacks)
        {
            using HttpRequestMessage request = attack.Request();
            using HttpResponseMessage response = await server.Http.SendAsync(request);
            string text = await response.Content.ReadAsStringAsync();
            Assert.True(text.Length < 200_000, $"The answer to {attack.Body[..Math.Min(80, attack.Body.Length)]} has {text.Length} characters.");
            Assert.DoesNotMatch(@"   at ProdSales|SELECT .* FROM |\.cs:line", text);
            seen.Add($"{(int)response.StatusCode} {CodesOf(JsonDocument.Parse(text).RootElement)}".Trim());
        }

        using HttpRequestMessage next = LiveAttack.Of("{ currency sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { total { orders } } }").Request();
        using HttpResponseMessage answer = await server.Http.SendAsync(next);
        JsonElement root = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.True(root.TryGetProperty("data", out JsonElement data), root.GetRawText());
        Assert.True(data.GetProperty("sales").GetProperty("total").GetProperty("orders").GetInt64() > 0);
        return string.Join(", ", seen.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => $"`{code}`"));
    }

    private static string CodesOf(JsonElement answer)
    {
        IEnumerable<string?> errors = answer.TryGetProperty("errors", out JsonElement told) ? told.EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString()) : [];
        IEnumerable<string?> silent = answer.TryGetProperty("extensions", out JsonElement extensions) && extensions.TryGetProperty("unavailable", out JsonElement notes) ? notes.EnumerateArray().Select(note => note.GetProperty("code").GetString()) : [];
        return string.Join(' ', errors.Concat(silent).Distinct(StringComparer.Ordinal));
    }
}
