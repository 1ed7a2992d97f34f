using ProdSales.Host.Tests.Running;
using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;

namespace ProdSales.Host.Tests.Commands;

/// <summary><c>cross</c> tells a source that was never connected apart from too few cells, as GraphQL does.</summary>
public sealed class CrossCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "failures_and_satisfaction cannot be worked out: ")]
    [InlineData("zh-CN", "failures_and_satisfaction 无法计算:")]
    public async Task A_source_that_was_never_connected_is_named(string language, string said)
    {
        string database = _folder.File("new.duckdb");
        using (WarehouseDatabase warehouse = WarehouseDatabase.Open(database))
        {
            SchemaMigrations.Apply(warehouse);
        }

        ProgramResult told = await ProdSalesProgram.RunAsync("cross", "failures_and_satisfaction", "--period", "2025", "--db", database, "--language", language);

        Assert.Equal(1, told.ExitCode);
        Assert.StartsWith(said, told.Errors, StringComparison.Ordinal);
        Assert.Contains("not-connected fact_", told.Errors, StringComparison.Ordinal);
    }
}
