using ProdSales.Feeds;
using ProdSales.Loading.Reports;
using ProdSales.SemanticsTests;
using ProdSales.Simulation;
using ProdSales.Warehouse.Reading;
using ProdSales.Warehouse.Rollups;

namespace ProdSales.Loading.Tests.Whole;

/// <summary>A rollup of every fact that feeds fill, by every key that it has: whatever a batch replaces, moves or draws anew, it is what the fact sums to.</summary>
[Trait("Speed", "Slow")]
public sealed class WholeRollupTests
{
    [Fact]
    public void Rollups_of_every_fact_equal_it_after_every_batch()
    {
        FeedRow[][] deliveries = [.. RetoldCompany.Deliveries(new DemoOptions { Scale = 0.003, Years = 1 })];
        new Random((int)(RandomRuns.Seed % int.MaxValue)).Shuffle(deliveries);
        using TestWarehouse warehouse = new();
        KeptRollup[] rollups = [.. FeedCatalogue.All.Where(feed => feed.Kind is FeedKind.Fact).SelectMany(feed => new[] { RollupOf(warehouse, feed, isMonthly: false), RollupOf(warehouse, feed, isMonthly: true) })];
        warehouse.Database.Writer.Write(open => Array.ForEach(rollups, rollup => RollupCatalogue.Add(open.Connection, rollup)));

        foreach (FeedRow[][] batch in deliveries.Chunk((deliveries.Length + 7) / 8))
        {
            Assert.Equal(LoadOutcome.Committed, warehouse.Load(batch.SelectMany(rows => rows)).Outcome);
            Assert.Equal("", string.Join(", ", rollups.Where(rollup => Differs(warehouse, rollup)).Select(rollup => rollup.Name)));
        }
    }

    private static bool Differs(TestWarehouse warehouse, KeptRollup rollup)
    {
        using ReaderLease lease = warehouse.Database.Readers.Lease();
        return RollupTable.Differences(lease.Connection, rollup).First is not null;
    }

    // By all keys; by month also by an attribute of the customer, which can change under one key.
    private static KeptRollup RollupOf(TestWarehouse warehouse, Feed feed, bool isMonthly)
    {
        string[] ColumnsLike(string condition) => warehouse.Query($"SELECT column_name FROM duckdb_columns() WHERE table_name = '{feed.Table}' AND {condition} ORDER BY column_index");
        string[] keys = ColumnsLike("ends_with(column_name, '_key')");
        string[] sums = ColumnsLike("starts_with(data_type, 'DECIMAL')");
        string time = feed.BusinessDate!.Name;
        bool hasAttribute = isMonthly && keys.Contains("customer_key", StringComparer.Ordinal);
        string name = $"{feed.Name}_{(isMonthly ? "month" : "day")}";
        string[] columns =
        [
            $"{(isMonthly ? $"CAST(date_trunc('month', f.{time}) AS DATE)" : $"f.{time}")} AS {time}",
            .. keys.Select(key => $"f.{key} AS {key}"),
            .. hasAttribute ? ["c.industry AS industry"] : (string[])[],
            "count(*) AS row_count",
            .. sums.Select(sum => $"sum(f.{sum}) AS {sum}_sum"),
        ];
        string join = hasAttribute ? " INNER JOIN dim_customer AS c ON c.customer_key = f.customer_key" : "";
        return new KeptRollup(
            $"rollup_{name}",
            name,
            feed.Table,
            time,
            isMonthly,
            $"SELECT {string.Join(", ", columns)} FROM {feed.Table} AS f{join} WHERE f.{time} IS NOT NULL",
            [
                .. keys.Select(key => new RollupColumn(key, IsSum: false)),
                .. hasAttribute ? [new RollupColumn("industry", IsSum: false, "customer", "industry")] : (RollupColumn[])[],
                new RollupColumn("row_count", IsSum: true),
                .. sums.Select(sum => new RollupColumn($"{sum}_sum", IsSum: true)),
            ]);
    }
}
