using System.Globalization;
using ProdSales.Host.Loads;
using ProdSales.Host.Speech;
using ProdSales.Host.Terminal;
using ProdSales.Loading;
using ProdSales.Loading.Reports;
using ProdSales.Semantics;
using ProdSales.Simulation;
using ProdSales.Sources.Mappings;
using ProdSales.Warehouse;

namespace ProdSales.Host.Commands;

/// <summary>The demo company's warehouse, made at its first use from its own files through the usual door.</summary>
internal static class DemoWarehouse
{
    /// <summary>Opens it, making it first when absent; one file for each seed and size.</summary>
    internal static WarehouseDatabase Open(DemoOptions options, CancellationToken cancellation, WarehouseSettings? settings = null)
    {
        string folder = Path.Combine(SourceTree.Root ?? AppContext.BaseDirectory, "data");
        FileInfo file = new(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"demo-{options.Seed}-{options.Scale}.duckdb")));
        return file.Exists ? WarehouseFiles.Open(file, settings) : Made(options, file, settings, cancellation);
    }

    private static Func<Speaker, string> ReportOf(LoadReport report) => speaker => string.Join(Environment.NewLine, new LoadReportText(speaker).Lines(report));

    /// <summary>Makes it in a folder of its own and moves it when it is whole, so that a start that was cut short leaves no half of it.</summary>
    private static WarehouseDatabase Made(DemoOptions options, FileInfo file, WarehouseSettings? settings, CancellationToken cancellation)
    {
        Directory.CreateDirectory(file.DirectoryName!);
        DirectoryInfo feeds = Directory.CreateTempSubdirectory("prodsales-demo-");
        DirectoryInfo making = new(file.FullName + ".new");
        FileInfo unfinished = new(Path.Combine(making.FullName, "demo.duckdb"));
        try
        {
            Console.Error.WriteLine("First start: making the demo company.");
            SimulateCommand.Write(options, feeds.FullName, cancellation);
            if (making.Exists)
            {
                making.Delete(recursive: true);
            }

            using (MappingLoad load = MappingLoad.Prepare(FeedFolder.Name, feeds, cancellation))
            using (WarehouseDatabase warehouse = WarehouseFiles.Open(unfinished))
            {
                LoadReport report = ProgressDisplay.Run(progress => load.Into(warehouse, new LoadOptions { Measures = ModelMeasures.Of(ModelReader.Shipped) }, progress, cancellation));
                if (report.Outcome is LoadOutcome.Refused)
                {
                    throw new RefusedException("demo-refused", ("report", ReportOf(report)));
                }

                warehouse.Maintenance.CheckpointAsync(cancellation).GetAwaiter().GetResult();
            }

            unfinished.MoveTo(file.FullName);
            making.Delete(recursive: true);
        }
        finally
        {
            feeds.Delete(recursive: true);
        }

        return WarehouseFiles.Open(file, settings);
    }
}
