using ProdSales.Feeds;

namespace ProdSales.Loading.Tests.Derived;

/// <summary>What a day looked like stays what it looked like: later knowledge of a deal or a customer does not reach back.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void A_deal_has_on_each_day_what_was_known_of_it_on_that_day()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Some.Customer("C1", "East"),
            Move("1", 2, "S1", "enter", 100m, 0.1), Move("2", 10, "S2", "advance", 140m, 0.4), Move("3", 20, "S9", "won", 120m, null),
            Deal("won", 120m, closed: 20), Some.Line("O1", day: new DateOnly(2026, 3, 31)));

        Assert.Equal(["-|0|0", "100.0000|0.1|1", "140.0000|0.4|1", "140.0000|0.4|1", "-|0|0"], Pipeline(warehouse, 1, 2, 10, 19, 20));
        Assert.Equal("East|18", warehouse.Value("SELECT g.region, count(*) FROM fact_pipeline_snapshot JOIN dim_region AS g USING (region_key) GROUP BY 1"));
    }

    [Fact]
    public void Versions_of_a_deal_that_come_day_by_day_leave_each_day_its_own()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Deal("open", 100m, recorded: 3));
        warehouse.Load(Deal("open", 250m, recorded: 12, version: 2));
        warehouse.Load(Deal("won", 240m, closed: 25, recorded: 25, version: 3), Some.Line("O1", day: new DateOnly(2026, 3, 31)));

        Assert.Equal(["-|0|1", "100.0000|0|1", "250.0000|0|1", "-|0|0"], Pipeline(warehouse, 2, 11, 24, 25));
    }

    [Fact]
    public void A_deal_that_is_known_from_its_end_alone_is_open_before_without_an_amount()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Deal("won", 240m, closed: 25), Some.Line("O1", day: new DateOnly(2026, 3, 31)));

        Assert.Equal(["-|0|1", "-|0|1", "-|0|0"], Pipeline(warehouse, 2, 24, 25));
    }

    [Fact]
    public void A_deal_that_was_lost_and_opened_again_was_not_open_in_between()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Deal("open", 90m, recorded: 22), Move("1", 2, "S1", "enter", 100m, 0.1), Move("2", 10, "S8", "lost", null, null), Move("3", 20, "S1", "reopen", 90m, 0.2),
            Some.Line("O1", day: new DateOnly(2026, 3, 31)));

        Assert.Equal(["100.0000|0.1|1", "-|0|0", "90.0000|0.2|1"], Pipeline(warehouse, 9, 15, 21));
    }

    [Fact]
    public void A_customer_who_moves_takes_only_the_days_after_along()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Customer("C1", "East"), Deal("open", 100m, recorded: 2), Invoice("I1", 5, 20, 80m), Some.Line("O1", day: new DateOnly(2026, 3, 31)));
        warehouse.Load(Some.Customer("C1", "West", version: 2, from: new DateOnly(2026, 3, 15)));

        const string Regions = "SELECT g.region, min(snapshot_date), max(snapshot_date) FROM {0} JOIN dim_region AS g USING (region_key) GROUP BY 1 ORDER BY 2";
        Assert.Equal(["East|2026-03-02|2026-03-14", "West|2026-03-15|2026-03-31"], warehouse.Query(Regions.Replace("{0}", "fact_pipeline_snapshot", StringComparison.Ordinal)));
        Assert.Equal(["East|2026-03-05|2026-03-14", "West|2026-03-15|2026-03-31"], warehouse.Query(Regions.Replace("{0}", "fact_ar_snapshot", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_debt_grows_old_from_bucket_to_bucket_until_it_is_paid()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Invoice("I1", 1, 10, 100m), Invoice("I2", 5, 40, 50m), Paid("R1", "I1", 20, 30m), Paid("R2", "I1", 75, 70m),
            Some.Line("O1", day: new DateOnly(2026, 6, 30)));

        Assert.Equal(
            [
                "100.0000|100.0000|0.0000|0.0000|0.0000|0.0000", // the first alone
                "150.0000|150.0000|0.0000|0.0000|0.0000|0.0000", // both, on the day on which the first is due
                "150.0000|50.0000|100.0000|0.0000|0.0000|0.0000",
                "120.0000|50.0000|70.0000|0.0000|0.0000|0.0000",
                "120.0000|0.0000|50.0000|70.0000|0.0000|0.0000",
                "120.0000|0.0000|0.0000|50.0000|70.0000|0.0000",
                "50.0000|0.0000|0.0000|50.0000|0.0000|0.0000",
            ],
            Receivables(warehouse, 1, 10, 11, 20, 41, 71, 75));
    }

    [Fact]
    public void What_is_paid_too_early_or_too_much_is_never_overdue()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Paid("R1", "I1", 2, 120m), Invoice("I1", 5, 10, 100m), Invoice("I2", 8, 9, 30m), Some.Line("O1", day: new DateOnly(2026, 6, 30)));

        Assert.Equal(["-20.0000|-20.0000|0.0000|0.0000|0.0000|0.0000", "10.0000|-20.0000|30.0000|0.0000|0.0000|0.0000"], Receivables(warehouse, 5, 20));
        Assert.Equal("2026-03-05", warehouse.Value("SELECT min(snapshot_date) FROM fact_ar_snapshot"));
    }

    [Fact]
    public void An_invoice_in_another_currency_that_is_paid_in_full_leaves_nothing_at_a_worse_rate()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(
            Invoice("I1", 1, 10, 100m) with { Currency = "USD", ExchangeRate = 7.2 }, Paid("R1", "I1", 5, 100m) with { Currency = "USD", ExchangeRate = 6.9 },
            Some.Line("O1", day: new DateOnly(2026, 3, 31)));

        Assert.Equal("720.0000|4", warehouse.Value("SELECT max(receivable_amount), count(*) FROM fact_ar_snapshot"));
    }

    [Fact]
    public void No_day_is_shown_after_the_last_on_which_something_happened()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Invoice("I1", 1, 10, 100m));
        Assert.Equal("2026-03-01", warehouse.Value("SELECT max(snapshot_date) FROM fact_ar_snapshot"));

        LoadAndTell(warehouse);
        Assert.Equal("2026-03-09", warehouse.Value("SELECT max(snapshot_date) FROM fact_ar_snapshot"));
    }

    private static void LoadAndTell(TestWarehouse warehouse) =>
        Assert.Contains("fact_ar_snapshot", warehouse.Load(Some.Line("O1", day: new DateOnly(2026, 3, 9))).ChangedTables);

    private static string[] Pipeline(TestWarehouse warehouse, params int[] days) =>
        [.. days.Select(day => warehouse.Value($"""
            SELECT sum(amount), coalesce(max(rep_probability), 0), count(*) FROM fact_pipeline_snapshot WHERE snapshot_date = DATE '2026-02-28' + {day}
            """))];

    private static string[] Receivables(TestWarehouse warehouse, params int[] days) =>
        [.. days.Select(day => warehouse.Value($"""
            SELECT receivable_amount, not_due_amount, overdue_1_30_amount, overdue_31_60_amount, overdue_61_90_amount, overdue_over_90_amount
            FROM fact_ar_snapshot WHERE snapshot_date = DATE '2026-02-28' + {day}
            """))];

    private static DateOnly March(int day) => new DateOnly(2026, 2, 28).AddDays(day);

    private static Opportunity Deal(string outcome, decimal amount, int? closed = null, int? recorded = null, long version = 1) => new()
    {
        SourceSystem = "erp",
        SourceId = "OP1",
        Version = version,
        RecordedAt = recorded is { } day ? March(day).ToDateTime(new TimeOnly(15, 0), DateTimeKind.Utc) : null,
        CreatedDate = March(2),
        CustomerId = "C1",
        Outcome = outcome,
        ClosedDate = closed is { } on ? March(on) : null,
        Amount = amount,
        Currency = "CNY",
    };

    private static StageEvent Move(string id, int day, string to, string kind, decimal? amount, double? probability) => new()
    {
        SourceSystem = "erp",
        SourceId = id,
        OccurredDate = March(day),
        OpportunityId = "OP1",
        ToStageId = to,
        Kind = kind,
        Amount = amount,
        Currency = "CNY",
        RepProbability = probability,
    };

    private static Invoice Invoice(string id, int day, int due, decimal amount) => new()
    {
        SourceSystem = "erp",
        SourceId = id,
        InvoiceDate = March(day),
        DueDate = March(due),
        CustomerId = "C1",
        Amount = amount,
        Currency = "CNY",
    };

    private static Receipt Paid(string id, string invoice, int day, decimal amount) => new()
    {
        SourceSystem = "erp",
        SourceId = id,
        ReceivedDate = March(day),
        InvoiceId = invoice,
        CustomerId = "C1",
        Amount = amount,
        Currency = "CNY",
    };
}
