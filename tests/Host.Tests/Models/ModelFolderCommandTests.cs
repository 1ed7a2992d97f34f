using System.Text.Json;
using ProdSales.Host.Tests.Running;

namespace ProdSales.Host.Tests.Models;

/// <summary>Commands answer by definitions of one's own beside the product's, or say what is wrong with every one of them.</summary>
public sealed class ModelFolderCommandTests : IClassFixture<OwnFolder>
{
    private readonly OwnFolder _own;

    public ModelFolderCommandTests(OwnFolder own)
    {
        _own = own;
        _own.Write(OwnFiles.Good);
    }

    [Fact]
    public async Task A_measure_of_ones_own_is_asked_for_as_any_other()
    {
        ProgramResult asked = await ProdSalesProgram.RunAsync("query", OwnFiles.Question, "--db", _own.Database, "--model-folder", _own.Path);
        ProgramResult byHand = await ProdSalesProgram.RunAsync(
            "query", "SELECT count(*) AS n, CAST(sum(net_amount) AS DOUBLE) AS r FROM fact_sales_order_line WHERE ordered_date BETWEEN '2024-01-01' AND '2025-12-31' AND (net_amount >= 9000 OR quantity >= 9)", "--sql", "--db", _own.Database);

        Assert.True(asked.ExitCode == 0, asked.Errors + asked.Output);
        JsonElement total = JsonDocument.Parse(asked.Output).RootElement.GetProperty("data").GetProperty("bigOrders").GetProperty("total");
        Assert.Equal(byHand.Output.Split('\n')[1].Split('\t')[0], total.GetProperty("bigLines").GetRawText());
    }

    [Theory]
    [InlineData("rows", "big_orders.big_lines", "--period", "2024")]
    [InlineData("explain", "big_orders.big_lines", "--period", "2025", "--against", "2024")]
    public async Task Its_rows_and_its_changes_are_shown(params string[] command)
    {
        ProgramResult shown = await ProdSalesProgram.RunAsync([.. command, "--db", _own.Database, "--model-folder", _own.Path]);
        ProgramResult without = await ProdSalesProgram.RunAsync([.. command, "--db", _own.Database]);

        Assert.True(shown.ExitCode == 0, shown.Errors);
        Assert.NotEmpty(shown.Output);
        Assert.Equal(1, without.ExitCode);
        Assert.Contains("big_orders.big_lines", without.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_of_the_product_narrows_it_too()
    {
        ProgramResult part = await ProdSalesProgram.RunAsync(
            "query", OwnFiles.Question, "--db", _own.Database, "--model-folder", _own.Path, "--as", "role=regional_manager&region=华东");
        ProgramResult byHand = await ProdSalesProgram.RunAsync(
            "query", "SELECT count(*) AS n FROM fact_sales_order_line WHERE ordered_date BETWEEN '2024-01-01' AND '2025-12-31' AND region_key = 1 AND (net_amount >= 9000 OR quantity >= 9)", "--sql", "--db", _own.Database);

        JsonElement total = JsonDocument.Parse(part.Output).RootElement.GetProperty("data").GetProperty("bigOrders").GetProperty("total");
        Assert.Equal(byHand.Output.Split('\n')[1], total.GetProperty("bigLines").GetRawText());
    }

    [Theory]
    [InlineData("query", OwnFiles.Question)]
    [InlineData("rows", "sales.revenue", "--period", "2024")]
    [InlineData("explain", "sales.revenue", "--period", "2025", "--against", "2024")]
    [InlineData("cross", "failures_and_satisfaction", "--period", "2024")]
    public async Task A_command_refuses_a_folder_that_does_not_compile_and_lists_everything(params string[] command)
    {
        _own.Write(OwnFiles.Bad);
        ProgramResult result = await ProdSalesProgram.RunAsync([.. command, "--db", _own.Database, "--model-folder", _own.Path, "--language", "en"]);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains($"{_own.File}, line 17: The formula needs itself: big_orders.big_lines -> big_orders.big_lines. (formula-cycle", result.Errors, StringComparison.Ordinal);
        Assert.Contains($"{_own.File}, line 24: ", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "defects")]
    [InlineData("zh-CN", "公式引用了自身")]
    public async Task Definitions_can_be_checked_alone(string language, string said)
    {
        ProgramResult good = await ProdSalesProgram.RunAsync("model", "check", _own.Path, "--language", language);
        _own.Write(OwnFiles.Bad);
        ProgramResult bad = await ProdSalesProgram.RunAsync("model", "check", _own.Path, "--language", language);
        _own.Write(OwnFiles.Good.Replace("fact_sales_order_line", "fact_sales_order_lines", StringComparison.Ordinal));
        ProgramResult unknown = await ProdSalesProgram.RunAsync("model", "check", _own.Path, "--language", language);

        Assert.Equal((0, ""), (good.ExitCode, good.Errors));
        Assert.Equal((1, 1), (bad.ExitCode, unknown.ExitCode));
        Assert.Contains(said, bad.Errors, StringComparison.Ordinal);
        Assert.Contains("fact_sales_order_lines", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_many_mistakes_is_told_in_chinese_to_the_last_word()
    {
        _own.Write(OwnFiles.Bad.Replace("region: region_key", "regoin: region_key", StringComparison.Ordinal).Replace("unit: quantity", "unit: piece", StringComparison.Ordinal));
        ProgramResult bad = await ProdSalesProgram.RunAsync("model", "check", _own.Path, "--language", "zh-CN");
        _own.Write(OwnFiles.Good.Replace("ordered_date", "ordered_dat", StringComparison.Ordinal));
        ProgramResult unfit = await ProdSalesProgram.RunAsync("model", "check", _own.Path, "--language", "zh-CN");
        _own.Write(OwnFiles.Good.Replace("subject: big_orders", "subject: sales_cut", StringComparison.Ordinal));
        ProgramResult clashing = await ProdSalesProgram.RunAsync("model", "check", _own.Path, "--language", "zh-CN");

        Assert.Equal(
            $"""
            文件夹 {_own.Path} 中的定义有 4 处错误：
            {_own.File} 第 9 行：没有该维度（unknown-dimension）。详情：没有维度“regoin”；是否想写“region”。
            {_own.File} 第 17 行：公式引用了自身（formula-cycle）。详情：公式引用了自身：big_orders.big_lines -> big_orders.big_lines。
            {_own.File} 第 22 行：不是允许的值（value-not-allowed）。详情：“unit: piece”不是允许的值；可用 money、quantity、count、ratio、min、h、day、score。
            {_own.File} 第 24 行：公式或条件无法解析（formula-unreadable）。详情：公式“sum(quantity * 2))”无法解析：“)”所在处应为结尾。
            """,
            bad.Errors.TrimEnd());
        Assert.Contains("详情：big_line 没有列“ordered_dat”；是否想写“ordered_date”。", unfit.Errors, StringComparison.Ordinal);
        Assert.Contains("详情：主题“sales_cut”会成为 GraphQL 契约的类型“SalesCut”，而它已存在。", clashing.Errors, StringComparison.Ordinal);
    }
}
