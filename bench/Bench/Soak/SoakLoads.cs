using System.Globalization;
using ProdSales.Host.Loads;
using ProdSales.Host.Terminal;
using ProdSales.Loading;
using ProdSales.Loading.Reports;
using ProdSales.Sources.Mappings;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench.Soak;

/// <summary>Loads later versions of the same order lines again and again, as files through the usual door.</summary>
internal sealed class SoakLoads(WarehouseDatabase warehouse)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private int _count;
    private int _failures;

    /// <summary>Gets the loads that were committed.</summary>
    internal int Count => Volatile.Read(ref _count);

    /// <summary>Gets those that failed.</summary>
    internal int Failures => Volatile.Read(ref _failures);

    internal async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            await Task.Run(LoadOnce, CancellationToken.None);
            await Task.Delay(Pause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void LoadOnce()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("prodsales-soak-");
        try
        {
            Write(folder.FullName, Count + 1);
            using MappingLoad load = MappingLoad.Prepare(FeedFolder.Name, folder, CancellationToken.None);
            bool isLoaded = load.Into(warehouse, new LoadOptions(), new Progress<WorkProgress>(), CancellationToken.None).Outcome is LoadOutcome.Committed;
            Interlocked.Increment(ref isLoaded ? ref _count : ref _failures);
        }
        catch (WarehouseException error)
        {
            Console.Error.WriteLine(error);
            Interlocked.Increment(ref _failures);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(string folder, int version)
    {
        using DuckDbConnection connection = new("DataSource=:memory:");
        connection.Open();
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            COPY (SELECT 'soak' AS source_system, printf('S%04d', i) AS source_id, CAST({version} AS BIGINT) AS version, CAST(NULL AS TIMESTAMP) AS recorded_at, DATE '2026-10-01' + CAST(i % 28 AS INTEGER) AS ordered_date,
                printf('S%04d', i) AS order_id, 1 AS line_number, 'K' || i % 5 AS customer_id, 'P' || i % 3 AS product_id, '华东' AS region,
                CAST(1 AS DECIMAL(18, 4)) AS quantity, CAST({version} AS DECIMAL(18, 4)) AS list_amount, CAST(0 AS DECIMAL(18, 4)) AS discount_amount,
                CAST({version} AS DECIMAL(18, 4)) AS net_amount, CAST(0.5 AS DECIMAL(18, 4)) AS cost_amount, CAST(0 AS DECIMAL(18, 4)) AS tax_amount,
                'CNY' AS currency, CAST(1 AS DOUBLE) AS exchange_rate, false AS is_cancelled
                FROM range(20) AS t(i)) TO '{Path.Combine(folder, "sales_order_line.parquet")}'
            """));
    }
}
