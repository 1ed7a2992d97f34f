using ProdSales.Host.Tests.Running;
using ProdSales.Simulation;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Planning;

/// <summary>A small demo company of two years whose revenue is forecast from the ends of its last months, all through the program.</summary>
public sealed class PlannedDemo : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _place = new();

    internal string Warehouse => _place.File("demo.duckdb");

    internal ProgramResult Planned { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        new DemoCompany(new DemoOptions { Scale = 0.03, Years = 2 }).WriteTo(_place.File("feeds"));
        ProgramResult load = await ProdSalesProgram.RunAsync("load", "feeds", _place.File("feeds"), "--db", Warehouse);
        Assert.True(load.ExitCode == 0, load.Errors + load.Output);
        Planned = await ProdSalesProgram.RunAsync("plan", "revenue", "--backtest", "4", "--db", Warehouse, "--language", "en");
        Assert.True(Planned.ExitCode == 0, Planned.Errors + Planned.Output);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _place.Dispose();

    /// <summary>The rows of a query, every value as text; <c>?</c> stand for the values. Nobody may serve the warehouse meanwhile.</summary>
    internal List<string[]> Rows(string sql, params object[] values) => WarehouseRows.Of(Warehouse, sql, values);
}
