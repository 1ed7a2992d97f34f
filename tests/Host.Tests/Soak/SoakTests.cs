using ProdSales.Bench.Soak;
using ProdSales.Host.Tests.Running;
using ProdSales.Simulation;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Soak;

/// <summary>The soak of <c>bench/run soak</c>, for some seconds.</summary>
public sealed class SoakTests
{
    [Fact, Trait("Speed", "Slow")]
    public async Task A_server_that_is_used_from_many_sides_makes_no_mistake_and_holds_nothing()
    {
        using TemporaryFolder place = new();
        new DemoCompany(new DemoOptions { Scale = 0.05, Years = 1 }).WriteTo(place.File("feeds"));
        ProgramResult load = await ProdSalesProgram.RunAsync("load", "feeds", place.File("feeds"), "--db", place.File("soak.duckdb"));
        Assert.True(load.ExitCode == 0, load.Errors + load.Output);

        SoakReport report = await SoakRun.RunAsync(place.File("soak.duckdb"), new SoakOptions(20_000, TimeSpan.FromSeconds(8), 40, 8));

        Assert.Equal([], report.Wrong);
        Assert.Equal([], report.Broken);
        Assert.Equal([], report.Stale);
        Assert.True(report is { FailedLoads: 0, Loads: > 0 } && report.Messages > 40, report.ToString());
        Assert.InRange(report.Growth(sample => sample.Handles), 0, 1.15);
        Assert.InRange(report.Samples[^1].InUse - report.Samples[0].InUse, long.MinValue, 64L << 20);
    }
}
