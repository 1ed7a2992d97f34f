using System.Text.Json;
using ProdSales.Host.Tests.Running;
using ProdSales.Simulation;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Demo;

/// <summary>A small demo company with planted causes, loaded through the program like anybody's files.</summary>
public sealed class LoadedDemo : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _place = new();
    private readonly DemoOptions _options = new() { Scale = 0.15 };

    public LoadedDemo()
    {
    }

    /// <summary>Another company than that with planted causes.</summary>
    internal LoadedDemo(DemoOptions options) => _options = options;

    /// <summary>What was planted; only tests look at it.</summary>
    internal Truth Truth { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Truth = new DemoCompany(_options).WriteTo(_place.File("feeds")).Truth;
        ProgramResult load = await ProdSalesProgram.RunAsync("load", "feeds", _place.File("feeds"), "--db", _place.File("demo.duckdb"));
        Assert.True(load.ExitCode == 0, load.Errors + load.Output);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _place.Dispose();

    /// <summary>What <c>prodsales explain</c> says of a measure in the last months, four unless told, against the months before any cause was planted.</summary>
    internal async Task<JsonElement> ExplainAsync(string measure, int months = 4, int gap = 3, int monthsBefore = 17)
    {
        DateOnly last = Truth.Options.LastDay;
        DateOnly month = last.AddDays(1 - last.Day);
        DateOnly now = month.AddMonths(1 - months);
        DateOnly before = now.AddMonths(-gap);
        string Days(DateOnly from, DateOnly to) => $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}";
        ProgramResult told = await ProdSalesProgram.RunAsync(
            "explain", measure, "--period", Days(now, last), "--against", Days(before.AddMonths(-monthsBefore), before.AddDays(-1)),
            "--db", _place.File("demo.duckdb"), "--json");
        Assert.True(told.ExitCode == 0, told.Errors + told.Output);
        using JsonDocument document = JsonDocument.Parse(told.Output);
        return document.RootElement.Clone();
    }

    /// <summary>The rows of a query, every value as text; <c>?</c> stand for the values.</summary>
    internal List<string[]> Rows(string sql, params object[] values) => WarehouseRows.Of(_place.File("demo.duckdb"), sql, values);
}
