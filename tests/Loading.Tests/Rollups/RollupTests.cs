using FsCheck;
using FsCheck.Fluent;
using ProdSales.Feeds;
using ProdSales.Loading.Reports;
using ProdSales.Semantics;
using ProdSales.SemanticsTests;

namespace ProdSales.Loading.Tests.Rollups;

/// <summary>A rollup holds what its fact sums to, after every batch, whatever the batch did.</summary>
public sealed class RollupTests : IDisposable
{
    private const string ByHand = """
        SELECT date_trunc('month', f.ordered_date)::DATE AS month, f.region_key, p.product_line, f.channel,
            sum(f.net_amount) AS revenue, sum(f.cost_amount) AS cost, count(*) AS lines
        FROM fact_sales_order_line AS f JOIN dim_product AS p ON p.product_key = f.product_key
        WHERE f.is_cancelled IS NOT TRUE
        GROUP BY ALL
        """;

    private readonly TestWarehouse _warehouse = new();

    public RollupTests() => RollupUpkeep.Fit(_warehouse.Database, ModelReader.Shipped);

    public void Dispose() => _warehouse.Dispose();

    [Fact]
    public void Lines_are_summed_by_month_region_and_product_line_in_their_batch()
    {
        _warehouse.Load(Product("P1", "trucks"), Line("a", 100m), Line("b", 30m), Line("c", 7m, day: Some.Day.AddMonths(1)));

        Assert.Equal(["2026-03-01|trucks|130.0000|2", "2026-04-01|trucks|7.0000|1"], _warehouse.Query($"SELECT ordered_date, product_line, revenue_sum, order_lines_sum FROM {Table("sales_month")} ORDER BY 1"));
    }

    [Fact]
    public void A_newer_version_takes_the_place_of_the_older_one_on_its_own_day()
    {
        _warehouse.Load(Product("P1", "trucks"), Line("a", 100m), Line("b", 30m));
        _warehouse.Load(Line("a", 90m, day: Some.Day.AddDays(1), version: 2));

        Assert.Equal(["2026-03-10|30.0000", "2026-03-11|90.0000"], _warehouse.Query($"SELECT ordered_date, revenue_sum FROM {Table("sales_day")} ORDER BY 1"));
    }

    [Fact]
    public void A_product_that_belonged_to_another_line_on_the_day_moves_what_was_summed()
    {
        _warehouse.Load(Product("P1", "trucks"), Line("a", 100m));
        _warehouse.Load(Product("P1", "cranes", version: 2));
        _warehouse.Load(Product("P1", "lifts", version: 3, from: Some.Day.AddDays(-1)));

        Assert.Equal(["lifts|100.0000"], _warehouse.Query($"SELECT product_line, revenue_sum FROM {Table("sales_month")}"));
    }

    [Fact]
    public void Unknown_costs_stay_unknown()
    {
        _warehouse.Load(Line("a"), Line("b"));

        Assert.Equal(["-|2"], _warehouse.Query($"SELECT cost_sum, order_lines_sum FROM {Table("sales_month")}"));
    }

    [Fact]
    public void A_sum_beyond_eighteen_digits_is_kept_in_full()
    {
        const decimal Huge = 90_000_000_000_000m;
        _warehouse.Load(Line("a", Huge));
        Assert.Equal(LoadOutcome.Committed, _warehouse.Load(Line("b", Huge)).Outcome);

        Assert.Equal(["180000000000000.0000"], _warehouse.Query($"SELECT revenue_sum FROM {Table("sales_month")}"));
    }

    [Fact]
    public void A_refused_batch_leaves_the_rollups_as_they_were()
    {
        _warehouse.Load(Line("a", 100m));
        LoadReport report = _warehouse.Load(new LoadOptions { RefusedShareLimit = 0 }, [Line("b", 5m), Line("c", 6m, currency: "??")]);

        Assert.Equal(LoadOutcome.Refused, report.Outcome);
        Assert.Equal(["100.0000"], _warehouse.Query($"SELECT revenue_sum FROM {Table("sales_month")}"));
    }

    [Fact]
    public void A_warehouse_that_is_full_already_gets_its_rollups_when_it_is_opened()
    {
        using TestWarehouse late = new();
        late.Load(Product("P1", "trucks"), Line("a", 100m));

        Assert.Equal(ModelReader.Shipped.Rollups.Count(), RollupUpkeep.Fit(late.Database, ModelReader.Shipped));
        Assert.Equal(["trucks|100.0000"], late.Query($"SELECT product_line, revenue_sum FROM {Table("sales_month")}"));
        Assert.Equal(0, RollupUpkeep.Fit(late.Database, ModelReader.Shipped));
    }

    [Fact]
    public void A_rollup_that_is_declared_no_longer_is_dropped()
    {
        SemanticModel none = ModelReader.Shipped with { Subjects = [.. ModelReader.Shipped.Subjects.Select(subject => subject with { Rollups = [] })] };
        RollupUpkeep.Fit(_warehouse.Database, none);

        Assert.Equal("0", _warehouse.Value("SELECT count(*) FROM duckdb_tables() WHERE starts_with(table_name, 'rollup_') AND table_name NOT IN ('rollup_column', 'rollup_event')"));
        Assert.Equal("0", _warehouse.Value("SELECT (SELECT count(*) FROM rollup) + (SELECT count(*) FROM rollup_column)"));
    }

    [Fact]
    public void Rollups_equal_their_fact_after_every_batch_and_are_the_same_in_one_batch_or_many() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            using TestWarehouse many = new();
            RollupUpkeep.Fit(many.Database, ModelReader.Shipped);
            Random random = new(seed);
            List<FeedRow> all = [];
            foreach (int number in Enumerable.Range(1, 6))
            {
                FeedRow[] rows = [.. RandomRows(random, number).DistinctBy(row => (row.GetType(), row.SourceId))];
                all.AddRange(rows);
                many.Load(rows);
                AssertEqual(many);
            }

            using TestWarehouse one = new();
            RollupUpkeep.Fit(one.Database, ModelReader.Shipped);
            one.Load(all.GroupBy(row => (row.GetType(), row.SourceId, (row as Feeds.Product)?.EffectiveDate, (row as Feeds.Customer)?.EffectiveDate)).Select(same => same.MaxBy(row => row.Version)!));
            AssertEqual(one);
        }).Check(RandomRuns.Of(4));

    private static void AssertEqual(TestWarehouse warehouse)
    {
        string table = Table("sales_month");
        string kept = $"SELECT ordered_date, region_key, product_line, channel, revenue_sum, cost_sum, order_lines_sum FROM {table}";
        Assert.Equal(warehouse.Query($"FROM ({ByHand}) ORDER BY ALL"), warehouse.Query($"{kept} ORDER BY ALL"));
        foreach (Rollup rollup in ModelReader.Shipped.Rollups)
        {
            string declared = $"{rollup.Select} GROUP BY ALL";
            Assert.Equal(warehouse.Query($"FROM ({declared}) ORDER BY ALL"), warehouse.Query($"FROM {rollup.Table} ORDER BY ALL"));
        }
    }

    // Late days, newer and older versions, cancellations, members told of late, members whose attributes and regions change from some day on.
    private static IEnumerable<FeedRow> RandomRows(Random random, int batch)
    {
        for (int i = random.Next(12); i > 0; i--)
        {
            DateOnly day = Some.Day.AddDays(random.Next(70));
            yield return Line($"L{random.Next(20)}", random.Next(1, 900), $"C{random.Next(4)}", day, (batch * 10) + random.Next(-15, 5), random.Next(3) == 0 ? $"R{random.Next(3)}" : null)
                with
            { ProductId = $"P{random.Next(4)}", CostAmount = random.Next(2) == 0 ? null : random.Next(500), Channel = random.Next(3) == 0 ? null : $"ch{random.Next(2)}", IsCancelled = random.Next(5) == 0 };
        }

        for (int i = random.Next(3); i > 0; i--)
        {
            yield return Product($"P{random.Next(4)}", $"line {random.Next(3)}", batch, random.Next(2) == 0 ? null : Some.Day.AddDays(random.Next(70)));
        }

        for (int i = random.Next(3); i > 0; i--)
        {
            yield return Some.Customer($"C{random.Next(4)}", $"R{random.Next(3)}", batch, random.Next(2) == 0 ? null : Some.Day.AddDays(random.Next(70)));
        }
    }

    private static SalesOrderLine Line(string id, decimal net = 100m, string? customer = "C1", DateOnly? day = null, long version = 1, string? region = null, string currency = "CNY") =>
        Some.Line(id, net, customer, day, Math.Max(1, version), region, currency);

    private static Product Product(string id, string line, long version = 1, DateOnly? from = null) =>
        Some.Product(id) with { Version = version, ProductLine = line, EffectiveDate = from };

    private static string Table(string name) => ModelReader.Shipped.Rollups.Single(rollup => rollup.Name == name).Table;
}
