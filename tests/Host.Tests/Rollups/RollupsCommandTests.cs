using Microsoft.AspNetCore.Builder;
using ProdSales.Host.Models;
using ProdSales.Host.Speech;
using ProdSales.Host.Tests.Running;
using ProdSales.Host.Web;
using ProdSales.Predictions.Service;
using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;

namespace ProdSales.Host.Tests.Rollups;

/// <summary><c>rollups</c> tells what is kept, and proposes what a server was asked for and had to read facts for.</summary>
public sealed class RollupsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_a_server_was_asked_is_proposed_in_either_language_as_YAML()
    {
        string database = _folder.File("plant.duckdb");
        using (WarehouseDatabase warehouse = Plant(database))
        {
            using ModelService service = new(warehouse, TimeProvider.System, ScheduleSettings.Nothing);
            await using WebApplication server = WebHost.Build(new ModelInService(warehouse, folder: null, TimeProvider.System, service), "http://127.0.0.1:0", new Speaker(Language.English));
            await server.StartAsync();
            using HttpClient client = new() { BaseAddress = new Uri(server.Urls.First()) };
            foreach (string year in new[] { "2024", "2025" })
            {
                using StringContent question = new($$"""
                    {"query":"{ sales(period: { from: \"{{year}}-01-01\", to: \"{{year}}-12-31\" }, asOf: \"2025-10-01\") { byPromotion { promotion revenue } } }"}
                    """, System.Text.Encoding.UTF8, "application/json");
                (await client.PostAsync(new Uri("graphql", UriKind.Relative), question)).EnsureSuccessStatusCode().Dispose();
            }

            ProgramResult asked = await ProdSalesProgram.RunAsync("rollups", "--server", server.Urls.First(), "--language", "en");
            ProgramResult locked = await ProdSalesProgram.RunAsync("rollups", "--db", database, "--language", "en");
            Assert.True(asked.ExitCode == 0, asked.Errors);
            Assert.Contains("# For the rollups of sales: asked 2 times, ", asked.Output, StringComparison.Ordinal);
            Assert.Equal(1, locked.ExitCode);
            Assert.Contains("prodsales rollups --server http://127.0.0.1:5080", locked.Errors, StringComparison.Ordinal);
            ProgramResult odd = await ProdSalesProgram.RunAsync("rollups", "--server", "here", "--language", "en");
            Assert.Contains("\"here\" is no address of a server", odd.Errors, StringComparison.Ordinal);
            await server.StopAsync();
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
        using WarehouseDatabase warehouse = Plant(_folder.File("plant.duckdb"));
        using ModelService service = new(warehouse, TimeProvider.System, ScheduleSettings.Nothing);
        await using WebApplication server = WebHost.Build(new ModelInService(warehouse, folder: null, TimeProvider.System, service), "http://127.0.0.1:0", new Speaker(Language.English), "X-Principal");
        await server.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(server.Urls.First()) };

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, await StatusOf(client, null));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, await StatusOf(client, "role=sales_assistant"));
        Assert.Equal(System.Net.HttpStatusCode.OK, await StatusOf(client, "role=executive"));
    }

    private static async Task<System.Net.HttpStatusCode> StatusOf(HttpClient client, string? principal)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("rollups", UriKind.Relative));
        if (principal is not null)
        {
            request.Headers.Add("X-Principal", principal);
        }

        using HttpResponseMessage answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static WarehouseDatabase Plant(string database)
    {
        WarehouseDatabase warehouse = WarehouseDatabase.Open(database);
        SchemaMigrations.Apply(warehouse);
        string script = File.ReadAllText(Repository.PathOf("tests", "Semantics.Tests", "SmallPlant", "small-plant.sql"));
        warehouse.Writer.Write(open => open.Connection.Execute(script));
        warehouse.Writer.Write(open => open.Connection.Execute(
            "INSERT INTO fact_sales_order_line SELECT f.* REPLACE (f.source_id || '-' || i AS source_id) FROM fact_sales_order_line AS f CROSS JOIN range(200) AS t(i)"));
        return warehouse;
    }
}
