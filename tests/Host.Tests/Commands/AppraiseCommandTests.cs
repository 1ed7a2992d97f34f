using ProdSales.Host.Tests.Running;
using ProdSales.Plants;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Commands;

/// <summary><c>appraise</c> tells what a change brought, in both languages, and refuses what it cannot read.</summary>
public sealed class AppraiseCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "More deals won", "Worth a year, all that count: ")]
    [InlineData("zh-CN", "赢单率", "年收益合计 ")]
    public async Task Each_benefit_has_its_line_and_the_return_its_own(string language, string line, string total)
    {
        ProgramResult told = await AskedAsync("--rate", "capital_cost=0.08", "--rate", "hour_cost=120", "--cost", "1000", "--language", language);

        Assert.Equal(0, told.ExitCode);
        Assert.Contains(line, told.Output, StringComparison.Ordinal);
        Assert.Contains(total, told.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--rate", "capital_cost=much", "is no rate")]
    [InlineData("--benefit", "more_of_all", "There is no benefit")]
    [InlineData("--control", "planet=Mars", "is no filter")]
    [InlineData("--cost", "-1", "must be above 0")]
    public async Task What_cannot_be_read_is_named(string option, string value, string said)
    {
        ProgramResult told = await AskedAsync(option, value, "--language", "en");

        Assert.NotEqual(0, told.ExitCode);
        Assert.Contains(said, told.Errors, StringComparison.Ordinal);
    }

    private async Task<ProgramResult> AskedAsync(params string[] options)
    {
        string database = _folder.File("plant.duckdb");
        PlantFile.Write(database);
        return await ProdSalesProgram.RunAsync(["appraise", "--treated", "product_line=electric", "--before", "2024-01..2024-09", "--after", "2025-01..2025-09", "--db", database, .. options]);
    }
}
