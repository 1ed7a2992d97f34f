using ProdSales.Host.Tests.Running;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Commands;

/// <summary>0 is fine, 1 is refused or failed with a message, 2 is a mistake in the words.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData("load")]
    [InlineData("simulate")]
    [InlineData("query")]
    [InlineData("export")]
    [InlineData("check")]
    [InlineData("model")]
    public async Task Every_command_tells_how_it_is_used(string command)
    {
        ProgramResult help = await ProdSalesProgram.RunAsync(command, "--help");

        Assert.Equal(0, help.ExitCode);
        Assert.Contains($"prodsales {command}", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_no_command_is_a_usage_error()
    {
        ProgramResult result = await ProdSalesProgram.RunAsync("fly");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("fly", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_option_is_a_usage_error()
    {
        ProgramResult result = await ProdSalesProgram.RunAsync("load", "feeds", _folder.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--db", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warehouse_that_is_not_there_is_named()
    {
        string database = _folder.File("nowhere.duckdb");
        ProgramResult result = await ProdSalesProgram.RunAsync("query", "{ __typename }", "--db", database);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(database, result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(database));
    }

    [Fact]
    public async Task A_mapping_that_is_not_there_is_refused_with_those_that_are()
    {
        ProgramResult result = await ProdSalesProgram.RunAsync("load", "sap", _folder.Path, "--db", _folder.File("w.duckdb"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\"sap\"", result.Errors, StringComparison.Ordinal);
        Assert.Contains("adventureworks", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_the_same_files_again_changes_nothing()
    {
        string feeds = Path.Combine(_folder.Path, "feeds");
        string database = _folder.File("w.duckdb");
        ProgramResult simulated = await ProdSalesProgram.RunAsync("simulate", feeds, "--scale", "0.01", "--years", "1");
        ProgramResult first = await ProdSalesProgram.RunAsync("load", "feeds", feeds, "--db", database);
        string before = await VersionsOf(database);
        ProgramResult second = await ProdSalesProgram.RunAsync("load", "feeds", feeds, "--db", database);

        Assert.True(simulated.ExitCode == 0, simulated.Errors);
        Assert.True(first.ExitCode == 0, first.Errors + first.Output);
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("nothing was changed", second.Output, StringComparison.Ordinal);
        Assert.Equal(before, await VersionsOf(database));
    }

    [Theory]
    [InlineData("DELETE FROM dim_region")]
    [InlineData("COMMIT; DELETE FROM dim_region; SELECT 1")]
    [InlineData("SELECT 1) AS a; DELETE FROM dim_region; FROM (SELECT 1")]
    [InlineData("SELECT 1'); DELETE FROM dim_region; FROM query('SELECT 1")]
    public async Task Looking_at_the_star_by_SQL_never_writes(string sql)
    {
        string feeds = Path.Combine(_folder.Path, "feeds");
        string database = _folder.File("w.duckdb");
        Directory.CreateDirectory(feeds);
        await File.WriteAllTextAsync(Path.Combine(feeds, "stage.csv"), "source_system,source_id,name,sequence,kind\nt,1,Lead,1,open\n");
        ProgramResult load = await ProdSalesProgram.RunAsync("load", "feeds", feeds, "--db", database);
        ProgramResult attempt = await ProdSalesProgram.RunAsync("query", sql, "--sql", "--db", database);
        ProgramResult after = await ProdSalesProgram.RunAsync("query", "SELECT count(*) AS n FROM dim_region;", "--sql", "--db", database);

        Assert.True(load.ExitCode == 0, load.Errors + load.Output);
        Assert.Equal(1, attempt.ExitCode);
        Assert.NotEmpty(attempt.Errors);
        Assert.Equal("n\n1\n", after.Output);
    }

    private static async Task<string> VersionsOf(string database)
    {
        ProgramResult result = await ProdSalesProgram.RunAsync("query", "SELECT fact, version FROM data_version ORDER BY 1", "--sql", "--db", database);
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("fact_sales_order_line", result.Output, StringComparison.Ordinal);
        return result.Output;
    }
}
