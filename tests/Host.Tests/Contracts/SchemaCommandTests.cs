using ProdSales.Host.Tests.Running;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Contracts;

/// <summary>Whoever serves a new contract can know before whom it breaks.</summary>
public sealed class SchemaCommandTests
{
    [Fact]
    public async Task The_contract_in_the_tree_is_the_one_that_is_served()
    {
        string contract = Repository.PathOf("api", "Schema", "schema.graphql");
        ProgramResult printed = await ProdSalesProgram.RunAsync("schema", "print");
        ProgramResult compared = await ProdSalesProgram.RunAsync("schema", "diff", contract, "--language", "en");

        Assert.Equal(await File.ReadAllTextAsync(contract), printed.Output);
        Assert.Equal((0, "0 breaking, 0 dangerous and 0 safe changes.\n", ""), (compared.ExitCode, compared.Output, compared.Errors));
    }

    [Theory]
    [InlineData("en", "breaking  Sales.otd: Sales.otd was removed.", "1 breaking, 1 dangerous and 1 safe changes.")]
    [InlineData("zh-CN", "破坏 Sales.otd：Sales.otd was removed.", "破坏性变更 1 处，有风险 1 处，安全 1 处。")]
    public async Task What_breaks_callers_comes_first_and_fails(string language, string first, string last)
    {
        using TemporaryFolder folder = new();
        string before = Path.Combine(folder.Path, "before.graphql");
        string after = Path.Combine(folder.Path, "after.graphql");
        await File.WriteAllTextAsync(before, "type Query { sales: Sales } type Sales { revenue: Float otd: Float }");
        await File.WriteAllTextAsync(after, "type Query { sales(first: Int): Sales } type Sales { revenue: Float! margin: Float }");
        ProgramResult result = await ProdSalesProgram.RunAsync("schema", "diff", before, after, "--language", language);
        string[] lines = result.Output.TrimEnd().Split('\n');

        Assert.Equal(1, result.ExitCode);
        Assert.Equal((4, first, last), (lines.Length, lines[0], lines[^1]));
    }

    [Fact]
    public async Task A_file_that_is_no_contract_is_refused_with_every_place()
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "wrong.graphql");
        await File.WriteAllTextAsync(file, "type Query {\n  sales: Sals\n  sales: Int\n}\ntype Sales { n: Int }");
        ProgramResult result = await ProdSalesProgram.RunAsync("schema", "diff", file, "--language", "en");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("wrong.graphql:2:10 Unknown type \"Sals\". Did you mean \"Sales\"?", result.Errors, StringComparison.Ordinal);
        Assert.Contains("wrong.graphql:2:3 Field \"Query.sales\" can only be defined once.", result.Errors, StringComparison.Ordinal);
    }
}
