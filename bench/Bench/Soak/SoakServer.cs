using System.Globalization;
using Microsoft.AspNetCore.Builder;
using ProdSales.Host.Commands;
using ProdSales.Host.Models;
using ProdSales.Host.Speech;
using ProdSales.Host.Web;
using ProdSales.Predictions.Service;
using ProdSales.Warehouse;

namespace ProdSales.Bench.Soak;

/// <summary>The server of a soak, in a process of its own: what <c>prodsales serve</c> serves, with loads that commit meanwhile.</summary>
internal static class SoakServer
{
    /// <summary>The first argument of the process.</summary>
    internal const string Name = "soak-serve";

    /// <summary>Serves until its input ends. Prints its address, and answers each line of its input: <c>report</c> by bytes in use after a collection, loads and failures; <c>calm</c> ends the loads.</summary>
    internal static async Task<int> RunAsync(string database)
    {
        using WarehouseDatabase warehouse = WarehouseFiles.Open(new FileInfo(database));
        using ModelService service = new(warehouse, TimeProvider.System, ScheduleSettings.Nothing);
        await using WebApplication app = WebHost.Build(new ModelInService(warehouse, folder: null, TimeProvider.System, service), "http://127.0.0.1:0", new Speaker(Language.English));
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        using CancellationTokenSource calm = new();
        SoakLoads loads = new(warehouse);
        Task loading = loads.RunAsync(calm.Token);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line == "calm")
            {
                await calm.CancelAsync();
                await loading;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{InUse()} {loads.Count} {loads.Failures}"));
        }

        await calm.CancelAsync();
        await loading;
        await app.StopAsync();
        return 0;
    }

    private static long InUse()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
