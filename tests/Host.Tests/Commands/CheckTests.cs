using ProdSales.Host.Tests.Running;
using ProdSales.Support;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Host.Tests.Commands;

/// <summary><c>check --db</c> says in either language whether a warehouse agrees with its own books.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_warehouse_is_sound_until_somebody_changes_it_and_then_the_place_is_named()
    {
        string database = await LoadedAsync();

        ProgramResult sound = await ProdSalesProgram.RunAsync("check", "--db", database);
        using (DuckDbConnection connection = new($"DataSource={database}"))
        {
            connection.Open();
            connection.Execute("UPDATE fact_lead SET owner_key = 77; DELETE FROM dim_date WHERE date = DATE '2026-01-05'");
        }

        ProgramResult english = await ProdSalesProgram.RunAsync("check", "--db", database, "--language", "en");
        ProgramResult chinese = await ProdSalesProgram.RunAsync("check", "--db", database, "--language", "zh-CN");

        Assert.True(sound.ExitCode == 0, sound.Errors + sound.Output);
        Assert.Contains("calendar: 25,567 days", sound.Output, StringComparison.Ordinal);
        Assert.Equal(1, english.ExitCode);
        Assert.Contains("fact_lead.owner_key: 1 rows lead to no row of dim_employee (as crm L1) (reference-orphaned)", english.Output, StringComparison.Ordinal);
        Assert.Contains("dim_date lacks 1 days", english.Output, StringComparison.Ordinal);
        Assert.Contains("3 things are wrong", english.Output, StringComparison.Ordinal);
        Assert.Equal(1, chinese.ExitCode);
        Assert.Contains("fact_lead.owner_key：1 行在 dim_employee 中没有对应成员（如 crm L1）", chinese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_warehouse_or_was_damaged_is_named_with_what_to_do()
    {
        string text = _folder.File("text.duckdb");
        await File.WriteAllTextAsync(text, "only text that somebody saved under this name");
        string cut = await LoadedAsync();
        byte[] bytes = await File.ReadAllBytesAsync(cut);
        Array.Clear(bytes, bytes.Length / 3, bytes.Length - (bytes.Length / 3));
        await File.WriteAllBytesAsync(cut, bytes);

        foreach (string file in new[] { text, cut })
        {
            ProgramResult result = await ProdSalesProgram.RunAsync("check", "--db", file);

            Assert.Equal(1, result.ExitCode);
            Assert.Contains(file, result.Errors + result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Check_needs_either_files_or_a_warehouse()
    {
        ProgramResult neither = await ProdSalesProgram.RunAsync("check");
        ProgramResult both = await ProdSalesProgram.RunAsync("check", "feeds", _folder.Path, "--db", _folder.File("w.duckdb"), "--language", "zh-CN");

        Assert.Equal((2, 2), (neither.ExitCode, both.ExitCode));
        Assert.Contains("请给出映射和文件夹，或用 --db 给出数据仓库。", both.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_load_reports_refused_rows_in_the_language_asked_for()
    {
        string feeds = Feeds("crm,L1,2026-01-05,new\ncrm,L2,2026-02-30,new\n");

        ProgramResult english = await ProdSalesProgram.RunAsync("load", "feeds", feeds, "--db", _folder.File("a.duckdb"), "--max-refused", "1", "--language", "en");
        ProgramResult chinese = await ProdSalesProgram.RunAsync("load", "feeds", feeds, "--db", _folder.File("b.duckdb"), "--max-refused", "1", "--language", "zh-CN");
        ProgramResult refused = await ProdSalesProgram.RunAsync("load", "feeds", feeds, "--db", _folder.File("c.duckdb"), "--language", "zh-CN");

        Assert.Contains("Row 3 of lead.csv, captured_date: the calendar has no \"2026-02-30\" (no-such-date); allowed: a date like 2024-01-31.", english.Output, StringComparison.Ordinal);
        Assert.Contains("lead.csv 第 3 行，captured_date：日历中没有“2026-02-30”这一天（no-such-date）；允许：形如 2024-01-31 的日期。", chinese.Output, StringComparison.Ordinal);
        Assert.Contains("批次 1 已装载", chinese.Output, StringComparison.Ordinal);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("批次被拒绝，没有任何改动：lead：2 行中有 1 行有误，最多允许 5%；修正文件或映射", refused.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_over_HTTP_is_refused_in_the_language_that_it_accepts()
    {
        string database = await LoadedAsync();
        await using ServerProcess server = await ProdSalesProgram.ServeAsync(database);

        Assert.Contains("ends before it starts", await RefusalAsync(server, "fr, en;q=0.5"), StringComparison.Ordinal);
        Assert.Contains("的结束早于开始", await RefusalAsync(server, "en;q=0.4, zh-CN, fr;q=0.9"), StringComparison.Ordinal);
    }

    private static async Task<string> RefusalAsync(ServerProcess server, string accepted)
    {
        const string Query = """{ "query": "{ sales(period: { from: \"2026-02-01\", to: \"2026-01-01\" }) { isConnected } }" }""";
        using HttpRequestMessage request = new(HttpMethod.Post, "graphql") { Content = new StringContent(Query, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept-Language", accepted);
        using HttpResponseMessage response = await server.Http.SendAsync(request);
        using System.Text.Json.JsonDocument body = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("errors")[0].GetProperty("message").GetString()!;
    }

    private async Task<string> LoadedAsync()
    {
        string database = _folder.File("loaded.duckdb");
        ProgramResult load = await ProdSalesProgram.RunAsync("load", "feeds", Feeds("crm,L1,2026-01-05,new\n"), "--db", database);
        Assert.True(load.ExitCode == 0, load.Errors + load.Output);
        return database;
    }

    private string Feeds(string leads)
    {
        string folder = Path.Combine(_folder.Path, "feeds");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "lead.csv"), $"source_system,source_id,captured_date,status\n{leads}");
        return folder;
    }
}
