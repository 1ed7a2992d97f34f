using ProdSales.Feeds;
using ProdSales.Loading.Reports;

namespace ProdSales.Loading.Tests.Facts;

public sealed class FactLoadingTests
{
    [Fact]
    public void Loading_the_same_rows_again_changes_nothing()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Customer("C1"), Some.Product("P1"), Some.Line("1"), Some.Line("2", 50m));
        string[] before = warehouse.Query("SELECT fact, version FROM data_version ORDER BY fact");

        LoadReport again = warehouse.Load(Some.Customer("C1"), Some.Product("P1"), Some.Line("1"), Some.Line("2", 50m));

        Assert.Empty(again.ChangedTables);
        Assert.Equal([1L, 1L, 2L], again.Feeds.Select(feed => feed.RowsSkipped));
        Assert.Equal(before, warehouse.Query("SELECT fact, version FROM data_version ORDER BY fact"));
        Assert.Equal("2|150.0000", warehouse.Value("SELECT count(*), sum(net_amount) FROM fact_sales_order_line"));
    }

    [Fact]
    public void A_batch_of_a_known_identity_is_not_read()
    {
        using TestWarehouse warehouse = new();
        FeedInput unreadable = new() { Feed = FeedCatalogue.Find("invoice")!, Origin = "gone", Open = _ => throw new IOException("gone") };
        LoadReport first = warehouse.Loader.Load(new LoadRequest("same", "test", [RowInput.Of(FeedCatalogue.Find("sales_order_line")!, [Some.Line("1")])]));

        LoadReport retry = warehouse.Loader.Load(new LoadRequest("same", "test", [unreadable]));

        Assert.Equal((LoadOutcome.AlreadyLoaded, first.BatchId), (retry.Outcome, retry.BatchId));
    }

    [Fact]
    public void A_higher_version_replaces_and_a_lower_one_is_skipped()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Line("1", 100m, version: 2));

        FeedReport older = warehouse.Load(Some.Line("1", 1m, version: 1)).Feeds.Single();
        FeedReport newer = warehouse.Load(Some.Line("1", 300m, version: 3)).Feeds.Single();

        Assert.Equal((1L, 0L), (older.RowsSkipped, older.RowsReplaced));
        Assert.Equal((0L, 1L), (newer.RowsSkipped, newer.RowsReplaced));
        Assert.Equal("3|300.0000", warehouse.Value("SELECT version, net_amount FROM fact_sales_order_line"));
    }

    [Fact]
    public void Of_several_versions_in_one_batch_the_highest_stays()
    {
        using TestWarehouse warehouse = new();
        FeedReport report = warehouse.Load(Some.Line("1", 1m, version: 3), Some.Line("1", 2m, version: 4), Some.Line("1", 3m, version: 2)).Feeds.Single();

        Assert.Equal((1L, 2L), (report.RowsInserted, report.RowsSkipped));
        Assert.Equal("2.0000", warehouse.Value("SELECT net_amount FROM fact_sales_order_line"));
    }

    [Fact]
    public void Rows_of_one_version_that_differ_are_refused_and_equal_ones_are_kept_once()
    {
        using TestWarehouse warehouse = new();
        FeedReport report = warehouse.Load(Some.Line("1", 1m), Some.Line("2", 5m), Some.Line("1", 2m), Some.Line("2", 5m)).Feeds.Single();

        Assert.Equal((1L, 1L, 2L), (report.RowsInserted, report.RowsSkipped, report.RowsQuarantined));
        Assert.Equal(["version-contradicts"], report.Reasons.Keys);
        Assert.Equal("2", warehouse.Value("SELECT source_id FROM fact_sales_order_line"));
        Assert.Equal(
            ["sales_order_line.csv|2|1.0000", "sales_order_line.csv|4|2.0000"],
            warehouse.Query("SELECT file, line, row_values->>'net_amount' FROM quarantine_row ORDER BY line"));
    }

    [Fact]
    public void The_same_id_in_two_source_systems_is_two_rows()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Line("1", 1m), Some.Line("1", 2m) with { SourceSystem = "crm" });
        Assert.Equal("2|3.0000", warehouse.Value("SELECT count(*), sum(net_amount) FROM fact_sales_order_line"));
    }

    [Fact]
    public void Money_is_kept_in_the_group_currency_beside_the_amount_of_the_document()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Line("1", 100m, currency: "USD", rate: 7.1234), Some.Line("2", 10m), Some.Line("3", 10m, rate: 1));
        Assert.Equal(
            ["1|712.3400|100.0000|USD", "2|10.0000|-|CNY", "3|10.0000|-|CNY"],
            warehouse.Query("SELECT source_id, net_amount, net_amount_document, currency FROM fact_sales_order_line ORDER BY 1"));
    }

    [Theory]
    [InlineData("USD", null, "exchange-rate-missing")]
    [InlineData("USD", 0.0, "exchange-rate-out-of-range")]
    [InlineData("CNY", 7.0, "exchange-rate-not-one")]
    [InlineData("JPY", 9e7, "amount-too-large")]
    public void Money_that_cannot_be_turned_into_the_group_currency_is_refused(string currency, double? rate, string code)
    {
        using TestWarehouse warehouse = new();
        decimal net = code == "amount-too-large" ? 9_999_999m : 1m;
        FeedReport report = warehouse.Load(Some.Line("1", 1m), Some.Line("2", net, currency: currency, rate: rate)).Feeds.Single();
        Assert.Equal((1L, 1L), (report.RowsInserted, report.Reasons[code]));
    }

    [Theory]
    [InlineData("won")]
    [InlineData("lost")]
    public void A_deal_that_was_closed_on_no_day_is_refused(string outcome)
    {
        using TestWarehouse warehouse = new();
        Opportunity open = new() { SourceSystem = "erp", SourceId = "1", CreatedDate = Some.Day, Outcome = "open", Currency = "CNY" };
        FeedReport report = warehouse.Load(open, open with { SourceId = "2", Outcome = outcome }, open with { SourceId = "3", Outcome = outcome, ClosedDate = Some.Day }).Feeds.Single();
        Assert.Equal(
            $"Row 3 of opportunity.csv: closed_date \"{outcome}\" (missing-beside-another); allowed: a value where outcome is won or lost.",
            Assert.Single(report.Refusals).ToString());
        Assert.Equal("1|3", warehouse.Value("SELECT string_agg(source_id, '|' ORDER BY source_id) FROM fact_opportunity"));
    }

    [Fact]
    public void A_deal_that_was_closed_before_it_was_created_is_refused()
    {
        using TestWarehouse warehouse = new();
        Opportunity sameDay = new() { SourceSystem = "erp", SourceId = "1", CreatedDate = Some.Day, ClosedDate = Some.Day, Outcome = "won", Currency = "CNY" };
        FeedReport report = warehouse.Load(sameDay, sameDay with { SourceId = "2", ClosedDate = Some.Day.AddDays(-1) }).Feeds.Single();

        Assert.Equal($"Row 3 of opportunity.csv: closed_date \"{Some.Day.AddDays(-1):yyyy-MM-dd}\" (before-another); allowed: nothing before created_date.", Assert.Single(report.Refusals).ToString());
        Assert.Equal("1", warehouse.Value("SELECT string_agg(source_id, '|') FROM fact_opportunity"));
    }

    [Fact]
    public void A_visit_that_ended_before_it_began_is_refused()
    {
        using TestWarehouse warehouse = new();
        DateTime noon = Some.Day.ToDateTime(new TimeOnly(12, 0));
        Visit good = new() { SourceSystem = "erp", SourceId = "1", VisitDate = Some.Day, TicketId = "T1", StartedAt = noon, FinishedAt = noon.AddMinutes(5) };
        FeedReport report = warehouse.Load(good, good with { SourceId = "2", FinishedAt = noon.AddMinutes(-5) }, good with { SourceId = "3", FinishedAt = null }).Feeds.Single();

        Assert.Equal((2L, 1L), (report.RowsInserted, report.Reasons["before-another"]));
    }

    [Theory]
    [InlineData("visits_of_friends", null, "measure \"visits_of_friends\" (unknown-measure); allowed: a measure of the model with a good direction, as in sales.revenue; docs/metrics.md lists them.")]
    [InlineData("delivery.otd_rate", "CNY", "currency \"CNY\" (currency-without-money); allowed: no currency, because the measure is no money.")]
    public void A_target_names_a_measure_that_is_known_and_a_currency_only_for_money(string measure, string? currency, string reason)
    {
        using TestWarehouse warehouse = new();
        Target good = new() { SourceSystem = "erp", SourceId = "1", ValidFrom = Some.Day, ValidTo = Some.Day.AddDays(1), Measure = "sales.revenue", TargetValue = 1, Currency = "CNY" };
        LoadOptions options = new() { RefusedShareLimit = 1, Measures = new KnownMeasures(["sales.revenue"], ["delivery.otd_rate"]) };
        FeedReport report = warehouse.Load(options, good, good with { SourceId = "2", Measure = "delivery.otd_rate", Currency = null }, good with { SourceId = "3", Measure = measure, Currency = currency }).Feeds.Single();

        Assert.Equal($"Row 4 of target.csv: {reason}", Assert.Single(report.Refusals).ToString());
        Assert.Equal("1|2", warehouse.Value("SELECT string_agg(source_id, '|' ORDER BY source_id) FROM fact_target"));
    }

    [Fact]
    public void A_feed_without_a_rate_must_be_in_the_group_currency()
    {
        using TestWarehouse warehouse = new();
        FeedReport report = warehouse.Load(new InventoryDay
        {
            SourceSystem = "erp",
            SourceId = "1",
            Day = Some.Day,
            ProductId = "P1",
            Warehouse = "W1",
            Quantity = 1m,
            Amount = 5m,
            Currency = "USD",
        }).Feeds.Single();
        Assert.Equal(1L, report.Reasons[LoadingReasons.CurrencyNotGroup]);
    }

    [Fact]
    public void Rows_for_a_fact_that_has_rows_are_held_against_them_in_bulk()
    {
        using TestWarehouse warehouse = new();
        SalesOrderLine[] lines = [.. Enumerable.Range(1, 500).Select(i => Some.Line($"{i:D4}", i))];
        warehouse.Load(lines);

        FeedReport report = warehouse.Load([.. lines.Take(400), .. lines.Skip(400).Select(line => line with { Version = 2, NetAmount = 1m }), Some.Line("new")]).Feeds.Single();

        Assert.Equal((501L, 1L, 100L, 400L), (report.RowsRead, report.RowsInserted, report.RowsReplaced, report.RowsSkipped));
        Assert.Equal("501|80400.0000", warehouse.Value("SELECT count(*), sum(net_amount) FROM fact_sales_order_line"));
    }

    [Fact]
    public void A_day_outside_the_calendar_is_refused()
    {
        using TestWarehouse warehouse = new();
        FeedReport report = warehouse.Load(Some.Line("1", day: new DateOnly(1899, 12, 30)), Some.Line("2")).Feeds.Single();
        RefusedRow row = Assert.Single(report.Refusals);
        Assert.Equal("Row 2 of sales_order_line.csv: ordered_date \"1899-12-30\" (date-outside-calendar); allowed: 1990-01-01 to 2059-12-31.", row.ToString());
    }

    [Fact]
    public void A_warehouse_that_holds_money_keeps_its_group_currency()
    {
        using TestWarehouse warehouse = new();
        LoadOptions dollars = new() { GroupCurrency = "USD" };
        Assert.Equal(LoadOutcome.Committed, warehouse.Load(dollars, Some.Line("1", currency: "USD")).Outcome);
        LoadReport report = warehouse.Load(dollars with { GroupCurrency = "EUR" }, Some.Line("2", currency: "EUR"));
        Assert.Equal("group-currency-differs", Assert.Single(report.Refusals).Code);
        Assert.Equal("1", warehouse.Value("SELECT count(*) FROM fact_sales_order_line"));
    }

    [Fact]
    public void Too_many_bad_rows_refuse_the_batch_whole()
    {
        using TestWarehouse warehouse = new();
        SalesOrderLine[] lines = [.. Enumerable.Range(1, 10).Select(i => Some.Line($"{i}", currency: i == 1 ? "USD" : "CNY"))];

        LoadReport refused = warehouse.Load(new LoadOptions { RefusedShareLimit = 0.05 }, lines);
        Assert.Equal((LoadOutcome.Refused, "too-many-bad-rows"), (refused.Outcome, Assert.Single(refused.Refusals).Code));
        Assert.Equal("exchange-rate-missing", Assert.Single(refused.Feeds.Single().Refusals).Code);
        Assert.Equal("0|0|0", warehouse.Value("SELECT (SELECT count(*) FROM fact_sales_order_line), (SELECT count(*) FROM quarantine_row), (SELECT count(*) FROM ingest_batch)"));

        Assert.Equal(LoadOutcome.Committed, warehouse.Load(new LoadOptions { RefusedShareLimit = 0.1 }, lines).Outcome);
        Assert.Equal("9", warehouse.Value("SELECT count(*) FROM fact_sales_order_line"));
    }

    [Fact]
    public void Counts_and_sums_reconcile_source_against_warehouse()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Line("1", 40m));
        LoadReport report = warehouse.Load(Some.Line("1", 40m), Some.Line("2", 7m), Some.Line("3", 5m, currency: "USD"), Some.Line("4", 2m, currency: "USD", rate: 7));

        ReconciliationLine net = report.Reconciliation.Single(line => line.Measure == "net_amount");
        Assert.Equal((54m, 5m, 40m, 9m), (net.SourceTotal, net.RefusedTotal, net.SkippedTotal, net.LoadedTotal));
        Assert.Equal("54.0000|5.0000|40.0000|9.0000", warehouse.Value(
            "SELECT source_total, refused_total, skipped_total, loaded_total FROM reconciliation WHERE batch_id = 2 AND measure = 'net_amount'"));
        Assert.Equal("4|1|0|1|1", warehouse.Value(
            "SELECT rows_read, rows_inserted - 1, rows_replaced, rows_skipped, rows_quarantined FROM ingest_batch_feed WHERE batch_id = 2"));
    }

    [Fact]
    public void A_batch_leaves_its_watermark()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Line("1", day: new DateOnly(2026, 4, 2)));
        warehouse.Load(Some.Line("2", day: new DateOnly(2026, 1, 1)));
        Assert.Equal("sales_order_line|2|2026-04-02", warehouse.Value("SELECT feed, batch_id, business_date FROM ingest_watermark"));
    }
}
