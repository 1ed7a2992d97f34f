using ProdSales.Host.Loads;
using ProdSales.Host.Terminal;
using ProdSales.Host.Tests.BadInput;
using ProdSales.Loading;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Commands;

public sealed class LoadProgressTests(EmptyWarehouse warehouse) : IClassFixture<EmptyWarehouse>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_long_load_tells_its_rows_and_the_share_that_is_done()
    {
        File.WriteAllLines(
            _folder.File("sales_order_line.csv"),
            [
                "source_system,source_id,ordered_date,order_id,product_id,quantity,net_amount,currency,is_cancelled",
                .. Enumerable.Range(0, 600_000).Select(i => $"erp,{i:D8},2025-01-{1 + (i % 28):D2},O{i},P1,1,{i % 900}.25,CNY,false"),
            ]);
        Told told = new();
        using MappingLoad load = MappingLoad.Prepare("feeds", new DirectoryInfo(_folder.Path), CancellationToken.None);

        load.Into(warehouse.Database, new LoadOptions(), told, CancellationToken.None);

        Assert.Equal(("loading sales_order_line", 600_000L), (told.All[^1].What, told.All[^1].Rows));
        Assert.Contains(told.All, progress => progress.Share is > 0 and <= 1);
        Assert.Equal(told.All.Select(progress => progress.Rows).Order(), told.All.Select(progress => progress.Rows));
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Told : IProgress<WorkProgress>
    {
        internal List<WorkProgress> All { get; } = [];

        public void Report(WorkProgress value) => All.Add(value);
    }
}
