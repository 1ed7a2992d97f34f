using FsCheck;
using FsCheck.Fluent;
using ProdSales.Feeds;

namespace ProdSales.Loading.Tests.Facts;

/// <summary>What the warehouse holds must follow from the rows alone, not from their order or from how they were cut into batches.</summary>
public sealed class OrderTests
{
    private const string Content = """
        SELECT f.source_id, f.version, f.net_amount, c.customer_id, c.tier, g.region
        FROM fact_sales_order_line AS f JOIN dim_customer AS c USING (customer_key) JOIN dim_region AS g USING (region_key)
        ORDER BY ALL
        """;

    private const string History = """
        SELECT customer_id, name, tier, region, valid_from, valid_to, CAST(is_current AS VARCHAR), CAST(is_inferred AS VARCHAR)
        FROM dim_customer WHERE customer_key > 0 ORDER BY ALL
        """;

    [Fact]
    public void Neither_order_nor_batches_change_the_content()
    {
        Prop.ForAll(Cases().ToArbitrary(), one =>
        {
            using TestWarehouse whole = new();
            whole.Load(one.Rows);
            using TestWarehouse cut = new();
            foreach (FeedRow[] batch in one.Shuffled.Chunk(one.BatchSize))
            {
                cut.Load(batch);
            }

            Assert.Equal(whole.Query(History), cut.Query(History));
            Assert.Equal(whole.Query(Content), cut.Query(Content));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(8).WithReplay(7, 13));
    }

    [Fact]
    public void Loading_twice_is_loading_once_and_every_row_is_counted()
    {
        Prop.ForAll(Cases().ToArbitrary(), one =>
        {
            using TestWarehouse warehouse = new();
            warehouse.Load(one.Rows);
            string[] before = Everything(warehouse);
            warehouse.Load(one.Shuffled);
            Assert.Equal(before, Everything(warehouse));
            Assert.Equal("0", warehouse.Value("SELECT count(*) FROM ingest_batch_feed WHERE rows_read <> rows_inserted + rows_replaced + rows_skipped + rows_quarantined"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5).WithReplay(11, 17));
    }

    private static string[] Everything(TestWarehouse warehouse) =>
        [.. warehouse.Query(Content), .. warehouse.Query(History), .. warehouse.Query("SELECT fact, version FROM data_version ORDER BY fact")];

    /// <summary>Versions of one row carry what the version says, so that equal versions never contradict each other.</summary>
    private static Gen<Case> Cases()
    {
        Gen<FeedRow> line =
            from id in Gen.Choose(1, 6)
            from version in Gen.Choose(1, 3)
            select (FeedRow)Some.Line($"L{id}", (100 * id) + version, $"C{(id + version) % 4}", Some.Day.AddMonths(id - 3), version, (id + version) % 3 == 0 ? "South" : null);
        Gen<FeedRow> customer =
            from id in Gen.Choose(0, 3)
            from month in Gen.Choose(1, 4)
            from version in Gen.Choose(1, 2)
            select (FeedRow)Some.Customer($"C{id}", (month + version) % 2 == 0 ? "East" : "North", version, new DateOnly(2026, month, 1), $"T{(month / 2) + version}");
        return
            from rows in Gen.OneOf(line, customer).ArrayOf(14)
            from shuffled in Gen.Shuffle(rows)
            from size in Gen.Choose(1, 6)
            select new Case(rows, shuffled, size);
    }

    private sealed record Case(FeedRow[] Rows, FeedRow[] Shuffled, int BatchSize);
}
