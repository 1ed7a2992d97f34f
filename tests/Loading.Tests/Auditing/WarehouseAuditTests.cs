using System.Globalization;
using ProdSales.Loading.Auditing;
using ProdSales.Semantics;
using ProdSales.Support;

namespace ProdSales.Loading.Tests.Auditing;

/// <summary>A sound warehouse agrees with its own books; one that was tampered with says what is wrong and where.</summary>
public sealed class WarehouseAuditTests : IDisposable
{
    private static readonly Lazy<byte[]> Sound = new(LoadedFile);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_warehouse_as_loading_leaves_it_agrees_with_its_books()
    {
        using TestWarehouse warehouse = Loaded();

        AuditCheck[] checks = [.. WarehouseAudit.Run(warehouse.Database)];

        Assert.Empty(checks.SelectMany(check => check.Faults).Select(Text));
        Assert.Equal(AuditCodes.Checks, checks.Select(check => check.Name));
        Assert.All(checks, check => Assert.True(check.Examined > 0, check.Name));
    }

    [Fact]
    public void An_empty_warehouse_is_sound()
    {
        using TestWarehouse warehouse = new();

        Assert.Empty(WarehouseAudit.Run(warehouse.Database).SelectMany(check => check.Faults));
    }

    [Theory]
    [InlineData("UPDATE schema_migration SET sha256 = 'x' WHERE number = 4", "schema-differs 0004_sales changed")]
    [InlineData("DELETE FROM schema_migration WHERE number = 10", "schema-differs 0010_customer_health absent")]
    [InlineData("INSERT INTO schema_migration VALUES (99, 'future', 'x', now())", "schema-differs 0099_future unknown")]
    [InlineData("DELETE FROM dim_date WHERE date = DATE '2026-01-05'", "calendar-broken 1 0")]
    [InlineData("INSERT INTO dim_date FROM dim_date WHERE date = DATE '2026-01-05'", "calendar-broken 0 1")]
    [InlineData("UPDATE fact_sales_order_line SET ordered_date = DATE '2100-01-01' WHERE source_id = '1'", "day-unknown fact_sales_order_line ordered_date 1 erp 1")]
    [InlineData("DELETE FROM dim_supplier WHERE supplier_key = 0", "unknown-member-missing dim_supplier 0")]
    [InlineData("DELETE FROM dim_region WHERE region_key = 0", "unknown-member-missing dim_region 0")]
    [InlineData("INSERT INTO dim_region FROM dim_region WHERE region_key = 1", "key-repeated dim_region 1 1")]
    [InlineData("UPDATE dim_customer SET valid_to = valid_to + 3 WHERE customer_id = 'C1' AND NOT is_current", "history-overlaps dim_customer 1 C1")]
    [InlineData("UPDATE dim_customer SET valid_to = valid_to - 3 WHERE customer_id = 'C1' AND NOT is_current", "history-gap dim_customer 1 C1")]
    [InlineData("UPDATE dim_customer SET valid_from = DATE '2020-01-01' WHERE customer_id = 'C2'", "history-gap dim_customer 1 C2")]
    [InlineData("UPDATE dim_customer SET is_current = true WHERE customer_id = 'C1'", "current-version-wrong dim_customer 1 C1")]
    [InlineData("UPDATE dim_customer SET is_current = false WHERE customer_id = 'C2'", "current-version-wrong dim_customer 1 C2")]
    [InlineData("UPDATE fact_sales_order_line SET customer_key = 999 WHERE source_id = '2'", "reference-orphaned fact_sales_order_line customer_key dim_customer 1 erp 2")]
    [InlineData("UPDATE fact_sales_order_line SET region_key = 99 WHERE source_id = '2'", "reference-orphaned fact_sales_order_line region_key dim_region 1 erp 2")]
    [InlineData("UPDATE fact_promise_change SET customer_key = 999", "reference-orphaned fact_promise_change customer_key dim_customer 1 999")]
    [InlineData("UPDATE dim_customer SET owner_durable_key = 99 WHERE customer_id = 'C2'", "reference-orphaned dim_customer owner_durable_key dim_employee 1 C2")]
    [InlineData("UPDATE fact_sales_order_line SET source_id = '1' WHERE source_id = '2'", "id-repeated fact_sales_order_line 1 erp 1")]
    [InlineData("DELETE FROM fact_delivery", "batch-rows-differ fact_delivery 1 1 0")]
    [InlineData("INSERT INTO fact_delivery BY NAME SELECT * REPLACE ('D9' AS source_id) FROM fact_delivery", "batch-rows-differ fact_delivery 1 1 2")]
    [InlineData("DELETE FROM fact_sales_order_line WHERE source_id = '3'", "rows-differ fact_sales_order_line 4 3")]
    [InlineData("UPDATE fact_sales_order_line SET net_amount = net_amount + 0.0001 WHERE batch_id = 2", "sum-differs fact_sales_order_line net_amount 2 70.0000 70.0002")]
    [InlineData("UPDATE ingest_batch_feed SET rows_skipped = 1 WHERE batch_id = 2 AND feed = 'customer'", "ledger-unbalanced 2 customer rows")]
    [InlineData("UPDATE reconciliation SET source_total = 1 WHERE batch_id = 2 AND measure = 'net_amount'", "ledger-unbalanced 2 sales_order_line net_amount")]
    [InlineData("UPDATE ingest_watermark SET business_date = DATE '2020-01-01' WHERE feed = 'delivery'", "watermark-behind fact_delivery 1 erp")]
    [InlineData("DELETE FROM data_version WHERE fact = 'fact_delivery'", "version-missing fact_delivery")]
    [InlineData("UPDATE fact_opportunity_team SET weight = 0.5 WHERE source_id = 'OT1'", "weights-not-whole fact_opportunity_team opportunity_id 1 erp OP1 0.8")]
    [InlineData("DELETE FROM quarantine_reason", "reason-missing 1 1")]
    public void Tampering_is_named_with_its_place(string sql, string expected)
    {
        using TestWarehouse warehouse = Loaded();
        warehouse.Database.Writer.Write(open => open.Connection.Execute(sql));

        Assert.Contains(expected, WarehouseAudit.Run(warehouse.Database).SelectMany(check => check.Faults).Select(Text));
    }

    [Theory]
    [InlineData("UPDATE {0} SET revenue_sum = revenue_sum + 0.0001 WHERE month(ordered_date) = 3", "rollup-differs sales_month fact_sales_order_line 1 2026-03-01")]
    [InlineData("DELETE FROM {0}", "rollup-differs sales_month fact_sales_order_line 1 2026-03-01")]
    [InlineData("INSERT INTO {0} FROM {0}", "rollup-differs sales_month fact_sales_order_line 1 2026-03-01")]
    [InlineData("UPDATE fact_sales_order_line SET is_cancelled = true WHERE source_id = '2'", "rollup-differs sales_month fact_sales_order_line 1 2026-03-01")]
    [InlineData("UPDATE dim_product SET product_line = 'other'", "rollup-differs sales_month fact_sales_order_line 1 2026-03-01")]
    [InlineData("DROP TABLE {0}", "rollup-missing sales_month {0}")]
    public void A_rollup_that_is_not_what_its_fact_sums_to_is_named(string sql, string expected)
    {
        using TestWarehouse warehouse = Loaded();
        string table = ModelReader.Shipped.Rollups.Single(rollup => rollup.Name == "sales_month").Table;
        warehouse.Database.Writer.Write(open => open.Connection.Execute(string.Format(CultureInfo.InvariantCulture, sql, table)));

        Assert.Contains(
            string.Format(CultureInfo.InvariantCulture, expected, table), WarehouseAudit.Run(warehouse.Database).SelectMany(check => check.Faults).Select(Text));
    }

    [Fact]
    public void Rows_of_a_batch_that_the_ledger_lost_are_named()
    {
        using TestWarehouse warehouse = Loaded();
        warehouse.Database.Writer.Write(open => open.Connection.Execute("DELETE FROM ingest_batch WHERE batch_id = 2"));

        Assert.Contains(
            "batch-unknown fact_sales_order_line 2 2", WarehouseAudit.Run(warehouse.Database).SelectMany(check => check.Faults).Select(Text));
    }

    [Fact]
    public void Where_the_schema_differs_nothing_else_is_examined()
    {
        using TestWarehouse warehouse = new();
        warehouse.Database.Writer.Write(open => open.Connection.Execute("DROP TABLE schema_migration; DROP TABLE dim_date"));

        AuditCheck only = Assert.Single(WarehouseAudit.Run(warehouse.Database));

        Assert.Equal("schema-differs 0001_ledger absent", Text(only.Faults[0]));
    }

    private TestWarehouse Loaded()
    {
        string file = _folder.File("loaded.duckdb");
        File.WriteAllBytes(file, Sound.Value);
        return new TestWarehouse(file);
    }

    /// <summary>A history, a replaced line, a refused line and two batches.</summary>
    private static byte[] LoadedFile()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("sound.duckdb");
        using (TestWarehouse empty = new())
        {
            File.Copy(empty.Path, file);
        }

        using (TestWarehouse warehouse = new(file))
        {
            RollupUpkeep.Fit(warehouse.Database, ModelReader.Shipped);
            Fill(warehouse);
            warehouse.Database.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
        }

        return File.ReadAllBytes(file);
    }

    private static void Fill(TestWarehouse warehouse)
    {
        warehouse.Load(
            Some.Employee("E1", "East"), Some.Customer("C1", "East", owner: "E1"), Some.Customer("C2", "West"), Some.Product("P1"),
            Some.Line("1"), Some.Line("2", 50m, "C2"), Some.Line("3", 20m), Some.Line("bad", day: new DateOnly(1900, 1, 1)),
            Some.Schedule("S1", 2m, Some.Day) with { CurrentCommitDate = Some.Day.AddDays(3) }, Some.Delivery("D1", "S1", 2m, Some.Day),
            Some.Share("OT1", "OP1", 0.7), Some.Share("OT2", "OP1", 0.3));
        warehouse.Load(
            Some.Customer("C1", "West", version: 2, from: new DateOnly(2026, 3, 1)), Some.Line("1", 30m, version: 2), Some.Line("4", 40m));
    }

    private static string Text(AuditFault fault) =>
        $"{fault.Code} {string.Join(' ', fault.Facts.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))}";
}
