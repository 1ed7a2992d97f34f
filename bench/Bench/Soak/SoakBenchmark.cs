using System.Globalization;
using ProdSales.Host.Commands;
using ProdSales.Host.Loads;
using ProdSales.Host.Terminal;
using ProdSales.Loading;
using ProdSales.Simulation;
using ProdSales.Sources.Mappings;
using ProdSales.Warehouse;

namespace ProdSales.Bench.Soak;

/// <summary>Uses a server for as long as a million requests take, and tells whether it held.</summary>
internal static class SoakBenchmark
{
    /// <summary>The name by which <c>bench/run</c> finds it.</summary>
    internal const string Name = "soak";

    /// <summary>Runs it and writes its page.</summary>
    /// <returns>0 when the server held.</returns>
    internal static async Task<int> RunAsync(string[] arguments, string results)
    {
        DirectoryInfo work = Directory.CreateTempSubdirectory("prodsales-soak-bench-");
        try
        {
            SoakOptions options = SoakOptions.Full;
            options = options with { Requests = Given(arguments, "--requests", options.Requests), Most = TimeSpan.FromSeconds(Given(arguments, "--seconds", (int)options.Most.TotalSeconds)) };
            SoakReport report = await SoakRun.RunAsync(Made(work.FullName), options);
            string page = SoakPage.Of(options, report);
            Console.Write(page);
            Directory.CreateDirectory(results);
            await File.WriteAllTextAsync(Path.Combine(results, $"{Name}.md"), page);
            return SoakPage.Faults(report).Count == 0 ? 0 : 1;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>Makes a small demo company's warehouse in a folder.</summary>
    private static string Made(string folder)
    {
        string feeds = Path.Combine(folder, "feeds");
        new DemoCompany(new DemoOptions { Scale = 0.15 }).WriteTo(feeds);
        string database = Path.Combine(folder, "soak.duckdb");
        using WarehouseDatabase warehouse = WarehouseFiles.Open(new FileInfo(database));
        using MappingLoad load = MappingLoad.Prepare(FeedFolder.Name, new DirectoryInfo(feeds), CancellationToken.None);
        load.Into(warehouse, new LoadOptions(), new Progress<WorkProgress>(), CancellationToken.None);
        return database;
    }

    private static int Given(string[] arguments, string name, int usual)
        => Array.IndexOf(arguments, name) is var at and >= 0 ? int.Parse(arguments[at + 1], CultureInfo.InvariantCulture) : usual;
}
