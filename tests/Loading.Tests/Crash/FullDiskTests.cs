using ProdSales.Loading.Reports;
using ProdSales.Support;
using ProdSales.Warehouse;

namespace ProdSales.Loading.Tests.Crash;

[Trait("Speed", "Slow")]
public sealed class FullDiskTests
{
    [SmallDiskFact]
    public void A_batch_that_does_not_fit_on_the_disk_is_refused_by_name_and_leaves_nothing()
    {
        using SmallDisk disk = SmallDisk.Mount();
        using TestWarehouse warehouse = new(disk.File("warehouse.duckdb"));
        Assert.Equal(LoadOutcome.Committed, EndlessLoader.LoadBatch(warehouse.Database, 1).Outcome);

        WarehouseException error = Assert.Throws<WarehouseException>(() => EndlessLoader.LoadBatch(warehouse.Database, 2, orders: 3_000_000));

        // The engine tells a full disk while it spills as a lack of memory (its error 33).
        Assert.Contains(error.Kind, new[] { WarehouseErrorKind.DiskFull, WarehouseErrorKind.OutOfMemory, WarehouseErrorKind.Fatal });
        Assert.Equal("1|400", warehouse.Value("SELECT (SELECT count(*) FROM ingest_batch), (SELECT count(*) FROM fact_sales_order_line)"));
        disk.FreeSome();
        Assert.Equal(LoadOutcome.Committed, EndlessLoader.LoadBatch(warehouse.Database, 2).Outcome);
        Assert.Equal("2|800", warehouse.Value("SELECT (SELECT count(*) FROM ingest_batch), (SELECT count(*) FROM fact_sales_order_line)"));
    }

    [Fact]
    public void A_second_process_on_the_same_file_is_told_who_has_it_and_harms_nothing()
    {
        using TestWarehouse warehouse = new();
        EndlessLoader.LoadBatch(warehouse.Database, 1);
        using (EndlessLoader second = EndlessLoader.Start(warehouse.Path, 2))
        {
            Assert.Contains(
                Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), second.ErrorOf(), StringComparison.Ordinal);
        }

        EndlessLoader.LoadBatch(warehouse.Database, 2);
        Assert.Equal("800", warehouse.Value("SELECT count(*) FROM fact_sales_order_line"));
    }
}
