using ProdSales.Host.Limits;
using ProdSales.Host.Tests.Running;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Rollups;

/// <summary><c>rollups</c> tells what is kept, and proposes what a server was asked for and had to read facts for.</summary>
public sealed class RollupsCommandTests : IDisposable
{
    // Facts so many that a rollup is worth its upkeep.
    private const string Many = "INSERT INTO fact_sales_order_line SELECT f.* REPLACE (f.source_id || '-' || i AS source_id) FROM fact_sales_order_line AS f CROSS JOIN range(200) AS t(i)";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_server_was_asked_is_proposed_in_either_language_as_YAML()
    {
        string database = _folder.File("plant.duckdb");
        using (PlantServer server = new(new ServerLimits(), database, Many, principalHeader: null))
        {
            await server.InitializeAsync();
            foreach (string year in new[] { "2024", "2025" })
            {
                using StringContent question = new($$"""
                    {"query":"{ sales(period: { from: \"{{year}}-01-01\", to: \"{{year}}-12-31\" }, asOf: \"2026-01-01\") { byPromotion { promotion revenue } } }"}
                    """, System.Text.Encoding.UTF8, "application/json");
                (await server.Http.PostAsync(new Uri($"{server.Address}/graphql"), question)).EnsureSuccessStatusCode().Dispose();
            }

            ProgramResult asked = await ProdSalesProgram.RunAsync("rollups", "--server", server.Address, "--language", "en");
            ProgramResult locked = await ProdSalesProgram.RunAsync("rollups", "--db", database, "--language", "en");
            Assert.True(asked.ExitCode == 0, asked.Errors);
            Assert.Contains("# For the rollups of sales: asked 2 times, ", asked.Output, StringComparison.Ordinal);
            Assert.Equal(1, locked.ExitCode);
            Assert.Contains("prodsales rollups --server http://127.0.0.1:5080", locked.Errors, StringComparison.Ordinal);
            ProgramResult odd = await ProdSalesProgram.RunAsync("rollups", "--server", "here", "--language", "en");
            Assert.Contains("\"here\" is no address of a server", odd.Errors, StringComparison.Ordinal);
            await server.DisposeAsync();
        }

        ProgramResult english = await ProdSalesProgram.RunAsync("rollups", "--db", database, "--language", "en");
        ProgramResult chinese = await ProdSalesProgram.RunAsync("rollups", "--db", database, "--language", "zh-CN");

        Assert.True(english.ExitCode == 0, english.Errors);
        Assert.Contains("kept sales_month of sales_order_line by month, region, product_line, channel: ", english.Output, StringComparison.Ordinal);
        Assert.Contains("built sales_month of fact_sales_order_line after batch ", english.Output, StringComparison.Ordinal);
        Assert.Contains("# For the rollups of sales: asked 2 times, ", english.Output, StringComparison.Ordinal);
        Assert.Contains("  - { name: sales_order_line_month, fact: sales_order_line, grain: month, by: [promotion], measures: [revenue] }", english.Output, StringComparison.Ordinal);
        Assert.Contains("# 建议加入 sales 的 rollups：被问 2 次", chinese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sees_a_part_is_not_told_what_is_kept_of_the_whole()
    {
        using PlantServer server = new();
        await server.InitializeAsync();

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, await StatusOf(server, null));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, await StatusOf(server, "role=sales_assistant"));
        Assert.Equal(System.Net.HttpStatusCode.OK, await StatusOf(server, "role=executive"));
        await server.DisposeAsync();
    }

    private static async Task<System.Net.HttpStatusCode> StatusOf(PlantServer server, string? principal)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri($"{server.Address}/rollups"));
        if (principal is not null)
        {
            request.Headers.Add("X-Principal", principal);
        }

        using HttpResponseMessage answer = await server.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
