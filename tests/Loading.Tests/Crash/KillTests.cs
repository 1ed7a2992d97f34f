using System.Globalization;
using ProdSales.Loading.Reports;
using ProdSales.Semantics;

namespace ProdSales.Loading.Tests.Crash;

/// <summary>Kills a loading process at random moments; what it had acknowledged must be there, and nothing by halves.</summary>
public sealed class KillTests
{
    private const int Seed = 20261121;

    private const int Kills = 50;

    [Fact]
    [Trait("Speed", "Slow")]
    public void A_load_killed_at_any_moment_leaves_whole_batches_only()
    {
        Random random = new(Seed);
        using TestWarehouse made = new();
        string path = made.Path;
        RollupUpkeep.Fit(made.Database, ModelReader.Shipped);
        made.Database.Dispose();
        int next = 1;
        for (int kill = 0; kill < Kills; kill++)
        {
            int? told;
            using (EndlessLoader loader = EndlessLoader.Start(path, next))
            {
                told = loader.RunUntilKilled(random.Next(0, 3), TimeSpan.FromMilliseconds(random.Next(0, 1500)));
            }

            using TestWarehouse reopened = new(path);
            int committed = CommittedWhole(reopened);
            Assert.InRange(committed, told ?? (next - 1), (told ?? (next - 1)) + 1);
            if (committed > 0)
            {
                Assert.Equal(LoadOutcome.AlreadyLoaded, EndlessLoader.LoadBatch(reopened.Database, committed).Outcome);
            }

            next = committed + 1;
        }

        Assert.True(next > Kills / 4, $"Only {next - 1} batches were loaded (seed {Seed}).");
    }

    /// <summary>Counts everything by hand-written SQL and arithmetic, without anything of loading.</summary>
    private static int CommittedWhole(TestWarehouse warehouse)
    {
        string[] identities = warehouse.Query("SELECT identity FROM ingest_batch ORDER BY batch_id");
        int n = identities.Length;
        Assert.Equal(Enumerable.Range(1, n).Select(EndlessLoader.IdentityOf), identities);
        if (n > 0)
        {
            // 400 lines a batch; of every batch but the last 40 lines i are corrected to i + 1000
            long net = (n * (400L * 399 / 2)) + ((n - 1) * 40L * 1000);
            Assert.Equal(Text($"{n * 400L}|{net}.0000"), warehouse.Value("SELECT count(*), sum(net_amount) FROM fact_sales_order_line"));
            Assert.Equal(Text($"{n * 400L}"), warehouse.Value("SELECT count(DISTINCT source_id) FROM fact_sales_order_line"));
            Assert.Equal(Text($"{n}"), warehouse.Value("SELECT count(*) FROM dim_customer WHERE NOT is_inferred AND customer_key > 0"));
            Assert.Equal(Text($"{n * 400L}|{n * 800L}.0000"), warehouse.Value("SELECT count(full_delivery_date), sum(delivered_quantity) FROM fact_schedule_line"));
            Assert.Equal(Text($"{n}"), warehouse.Value("SELECT version FROM data_version WHERE fact = 'fact_sales_order_line'"));
            AssertSummed(warehouse, Text($"{n * 400L}|{net}.0000"));
            Assert.Equal("0", warehouse.Value("SELECT count(*) FROM reconciliation WHERE source_total <> refused_total + skipped_total + loaded_total"));
        }

        return n;
    }

    /// <summary>Every line has one day, so every rollup holds the total; by region, it holds what the lines of each region sum to.</summary>
    private static void AssertSummed(TestWarehouse warehouse, string total)
    {
        foreach (Rollup rollup in ModelReader.Shipped.Rollups)
        {
            Assert.Equal(total, warehouse.Value($"SELECT sum(order_lines_sum), sum(revenue_sum) FROM {rollup.Table}"));
        }

        string byRegion = ModelReader.Shipped.Rollups.Single(rollup => rollup.Name == "sales_month").Table;
        Assert.Equal(
            warehouse.Query("SELECT region_key, count(*), sum(net_amount) FROM fact_sales_order_line GROUP BY region_key ORDER BY region_key"),
            warehouse.Query($"SELECT region_key, sum(order_lines_sum), sum(revenue_sum) FROM {byRegion} GROUP BY region_key ORDER BY region_key"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
