using ProdSales.Feeds;
using ProdSales.Loading.Quarantine;
using ProdSales.Loading.Reports;

namespace ProdSales.Loading.Tests.Quarantine;

public sealed class QuarantineTests
{
    private static readonly LoadOptions Lenient = new() { RefusedShareLimit = 1 };

    [Fact]
    public void A_bad_row_lies_in_quarantine_whole_with_its_place_and_every_reason()
    {
        using TestWarehouse warehouse = new();
        LoadBadRow(warehouse);

        QuarantinedRow row = Assert.Single(DeskOf(warehouse).Open());
        Assert.Equal(("sales_order_line", "sales_order_line.csv", 3L, 1), (row.Feed, row.File, row.Line!.Value, row.BatchId));
        Assert.Equal(["net_amount: thousands-separator", "quantity: below-minimum"], row.Reasons);
        Assert.Equal("1,200.5|2|C1|CNY", warehouse.Value(
            "SELECT row_values->>'net_amount', row_values->>'source_id', row_values->>'customer_id', row_values->>'currency' FROM quarantine_row"));
    }

    [Fact]
    public void A_corrected_row_is_loaded_by_a_replay()
    {
        using TestWarehouse warehouse = new();
        LoadBadRow(warehouse);
        QuarantineDesk desk = DeskOf(warehouse);
        long id = desk.Open().Single().Id;

        LoadReport uncorrected = desk.Replay();
        Assert.Equal((0L, 1L), (uncorrected.Feeds.Single().RowsInserted, uncorrected.Feeds.Single().RowsQuarantined));
        Assert.Single(desk.Open());

        Assert.True(desk.Correct(id, "net_amount", "1200.5"));
        Assert.True(desk.Correct(id, "quantity", "3"));
        LoadReport replay = desk.Replay("sales_order_line");

        Assert.Equal(1, replay.Feeds.Single().RowsInserted);
        Assert.Empty(desk.Open());
        Assert.Equal("1200.5000|3.0000|C1", warehouse.Value(
            "SELECT f.net_amount, f.quantity, c.customer_id FROM fact_sales_order_line AS f JOIN dim_customer AS c USING (customer_key) WHERE source_id = '2'"));
        Assert.Equal($"resolved|{replay.BatchId}", warehouse.Value("SELECT state, resolved_batch_id FROM quarantine_row"));
    }

    [Theory]
    [InlineData("net_amount", null, "missing-value")]
    [InlineData("net_amount", "twelve", "not-a-number")]
    [InlineData("net_amount", "1.23456", "too-many-decimals")]
    [InlineData("line_number", "1.5", "not-whole")]
    [InlineData("line_number", "0", "below-minimum")]
    [InlineData("exchange_rate", "NaN", "not-finite")]
    [InlineData("ordered_date", "2026-02-30", "date-format")]
    [InlineData("is_cancelled", "perhaps", "not-a-boolean")]
    public void A_replay_checks_each_value_against_the_declaration_of_its_feed(string column, string? value, string code)
    {
        using TestWarehouse warehouse = new();
        LoadBadRow(warehouse);
        QuarantineDesk desk = DeskOf(warehouse);
        long id = desk.Open().Single().Id;
        desk.Correct(id, "net_amount", "1");
        desk.Correct(id, "quantity", "1");
        desk.Correct(id, column, value);

        desk.Replay();

        Assert.Contains($"{column}: {code}", Assert.Single(desk.Open()).Reasons);
    }

    [Fact]
    public void A_row_that_is_given_up_is_not_replayed()
    {
        using TestWarehouse warehouse = new();
        LoadBadRow(warehouse);
        QuarantineDesk desk = DeskOf(warehouse);
        Assert.True(desk.Drop(desk.Open().Single().Id));
        Assert.Empty(desk.Replay().Feeds);
        Assert.Equal("dropped", warehouse.Value("SELECT state FROM quarantine_row"));
    }

    [Fact]
    public void The_same_bad_row_from_the_same_place_lies_in_quarantine_once()
    {
        using TestWarehouse warehouse = new();
        LoadBadRow(warehouse);
        LoadBadRow(warehouse);
        Assert.Single(DeskOf(warehouse).Open());
    }

    [Fact]
    public void A_record_that_no_reader_could_read_is_counted_and_shown()
    {
        using TestWarehouse warehouse = new();
        FeedInput read = RowInput.Of(FeedCatalogue.Find("sales_order_line")!, [Some.Line("1")]);
        FeedInput input = new() { Feed = read.Feed, Origin = read.Origin, Open = read.Open, UnreadRows = () => [new UnreadRow("a.csv", 7, null, "1;2;3", "field-count", "18 fields")] };

        FeedReport report = warehouse.LoadInputs(Lenient, input).Feeds.Single();

        Assert.Equal((2L, 1L, 1L), (report.RowsRead, report.RowsInserted, report.RowsQuarantined));
        Assert.Equal("Row 7 of a.csv: row \"1;2;3\" (field-count); allowed: 18 fields.", Assert.Single(report.Refusals).ToString());
        Assert.Equal("{}", Assert.Single(DeskOf(warehouse).Open()).Values);
    }

    private static QuarantineDesk DeskOf(TestWarehouse warehouse) => new(warehouse.Database, warehouse.Loader);

    private static void LoadBadRow(TestWarehouse warehouse)
    {
        Dictionary<int, object[]> errors = new()
        {
            [1] =
            [
                new { column = "net_amount", value = "1,200.5", code = "thousands-separator", allowed = "a number" },
                new { column = "quantity", value = "-3", code = "below-minimum", allowed = "at least 0" },
            ],
        };
        LoadReport report = warehouse.LoadInputs(Lenient, RowInput.Of(FeedCatalogue.Find("sales_order_line")!, [Some.Line("1"), Some.Line("2", 0m)], errors));
        Assert.Equal(LoadOutcome.Committed, report.Outcome);
    }
}
