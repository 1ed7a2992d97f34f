using FsCheck;
using FsCheck.Fluent;
using ProdSales.Feeds;

namespace ProdSales.Loading.Tests.Derived;

/// <summary>Histories and snapshots follow from the rows alone, and are what a plain reading of the facts gives day by day.</summary>
public sealed class SnapshotPropertyTests
{
    private const string Promises = """
        SELECT f.schedule_line_id, f.sequence, f.changed_date, f.from_date, f.to_date, f.days_moved, CAST(f.is_reported AS VARCHAR), c.customer_id, g.region
        FROM fact_promise_change AS f JOIN dim_customer AS c USING (customer_key) JOIN dim_region AS g USING (region_key) ORDER BY ALL
        """;

    private const string Pipeline = """
        SELECT f.snapshot_date, f.opportunity_id, f.amount, f.rep_probability, s.stage_id, e.employee_id, c.customer_id, c.version, g.region
        FROM fact_pipeline_snapshot AS f JOIN dim_stage AS s USING (stage_key) JOIN dim_employee AS e ON e.employee_key = f.owner_key
        JOIN dim_customer AS c USING (customer_key) JOIN dim_region AS g ON g.region_key = f.region_key ORDER BY ALL
        """;

    private const string Receivables = """
        SELECT f.snapshot_date, c.customer_id, c.tier, g.region, f.receivable_amount, f.overdue_amount
        FROM fact_ar_snapshot AS f JOIN dim_customer AS c USING (customer_key) JOIN dim_region AS g ON g.region_key = f.region_key ORDER BY ALL
        """;

    /// <summary>Every day of every invoice, one by one: what was open, and whether it was overdue.</summary>
    private const string ReceivablesByHand = """
        WITH day AS (
            SELECT date FROM dim_date WHERE date BETWEEN (SELECT min(invoice_date) FROM fact_invoice) AND (SELECT max(last_day) FROM snapshot_horizon)
        ), open AS (
            SELECT d.date, i.customer_key, i.due_date,
                i.amount - coalesce((SELECT sum(r.amount) FROM fact_receipt AS r WHERE r.invoice_id = i.source_id AND r.received_date <= d.date), 0) AS amount
            FROM fact_invoice AS i JOIN day AS d ON d.date >= i.invoice_date
        )
        SELECT o.date, c.customer_id, c.tier, coalesce(g.region, NULL), CAST(sum(o.amount) AS DECIMAL(18, 4)),
            CAST(sum(CASE WHEN o.amount > 0 AND o.date > o.due_date THEN o.amount ELSE 0 END) AS DECIMAL(18, 4))
        FROM open AS o JOIN dim_customer AS k ON k.customer_key = o.customer_key
        JOIN dim_customer AS c ON c.customer_durable_key = k.customer_durable_key AND o.date >= c.valid_from AND o.date < c.valid_to
        LEFT JOIN dim_region AS g ON g.region = c.region
        GROUP BY ALL HAVING count(*) FILTER (o.amount <> 0) > 0 ORDER BY ALL
        """;

    [Fact]
    public void Neither_order_nor_batches_change_a_history_or_a_day()
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

            Assert.Equal(whole.Query(Promises), cut.Query(Promises));
            Assert.Equal(whole.Query(Pipeline), cut.Query(Pipeline));
            Assert.Equal(whole.Query(Receivables), cut.Query(Receivables));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5).WithReplay(19, 23));
    }

    [Fact]
    public void Receivables_are_what_every_invoice_says_on_every_day()
    {
        Prop.ForAll(Cases().ToArbitrary(), one =>
        {
            using TestWarehouse warehouse = new();
            foreach (FeedRow[] batch in one.Shuffled.Chunk(Math.Max(8, one.BatchSize)))
            {
                warehouse.Load(batch);
            }

            Assert.Equal(warehouse.Query(ReceivablesByHand), warehouse.Query(Receivables));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(4).WithReplay(29, 31));
    }

    [Fact]
    public void Days_moved_sum_to_current_less_first_promise_of_lines_whose_source_reports_nothing()
    {
        Prop.ForAll(Cases().ToArbitrary(), one =>
        {
            using TestWarehouse warehouse = new();
            warehouse.Load(one.Shuffled);

            Assert.Equal("0", warehouse.Value("""
                SELECT count(*) FROM fact_schedule_line AS l
                ANTI JOIN fact_promise_revision AS r ON r.schedule_line_id = l.source_id
                LEFT JOIN (SELECT schedule_line_id, sum(days_moved) AS days FROM fact_promise_change GROUP BY ALL) AS c ON c.schedule_line_id = l.source_id
                WHERE coalesce(c.days, 0) <> coalesce(l.current_commit_date, l.first_commit_date) - l.first_commit_date
                """));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3).WithReplay(37, 41));
    }

    /// <summary>Versions of one row carry what the version says, so that equal versions never contradict each other.</summary>
    private static Gen<Case> Cases()
    {
        Gen<FeedRow> line =
            from id in Gen.Choose(1, 4)
            from version in Gen.Choose(1, 4)
            select (FeedRow)(Some.Schedule($"S{id}", 5m, Day(40 + id), version) with
            {
                CustomerId = $"C{id % 3}",
                CurrentCommitDate = Day(40 + id + (version * id % 5)),
                RecordedAt = (id + version) % 4 == 0 ? null : Day(3 * version).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc),
            });
        Gen<FeedRow> report =
            from id in Gen.Choose(1, 3)
            from version in Gen.Choose(1, 2)
            select (FeedRow)new PromiseRevision
            {
                SourceSystem = "erp",
                SourceId = $"R{id}",
                Version = version,
                ChangedDate = Day(id),
                ScheduleLineId = $"S{1 + ((id + version) % 6)}",
                FromDate = Day(40),
                ToDate = Day(40 + id),
            };
        Gen<FeedRow> deal =
            from id in Gen.Choose(1, 3)
            from version in Gen.Choose(1, 4)
            select (FeedRow)new Opportunity
            {
                SourceSystem = "erp",
                SourceId = $"OP{id}",
                Version = version,
                RecordedAt = Day((4 * version) + id).ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc),
                CreatedDate = Day(id),
                CustomerId = $"C{id % 3}",
                OwnerId = $"E{version % 2}",
                Outcome = version == 4 && id != 2 ? "won" : "open",
                ClosedDate = version == 4 && id != 2 ? Day(24) : null,
                Amount = 100 * version,
                Currency = "CNY",
            };
        Gen<FeedRow> move =
            from id in Gen.Choose(1, 9)
            from version in Gen.Choose(1, 2)
            select (FeedRow)new StageEvent
            {
                SourceSystem = "erp",
                SourceId = $"M{id}",
                Version = version,
                OccurredDate = Day(2 * id),
                OpportunityId = $"OP{1 + ((id + version) % 3)}",
                OwnerId = id % 4 == 0 ? null : $"E{id % 2}",
                ToStageId = $"T{id % 4}",
                Kind = id == 7 ? "lost" : id == 8 ? "reopen" : "advance",
                Amount = id % 3 == 0 ? null : 10 * id,
                Currency = "CNY",
                RepProbability = id / 10.0,
            };
        return
            from rows in Gen.OneOf(line, report, deal, move, Invoices(), Receipts(), Customers()).ArrayOf(34)
            from shuffled in Gen.Shuffle(rows)
            from size in Gen.Choose(2, 9)
            select new Case(rows, shuffled, size);
    }

    private static Gen<FeedRow> Invoices() =>
        from id in Gen.Choose(1, 4)
        from version in Gen.Choose(1, 2)
        select (FeedRow)new Invoice
        {
            SourceSystem = "erp",
            SourceId = $"I{id}",
            Version = version,
            InvoiceDate = Day(3 * id),
            DueDate = Day((3 * id) + (5 * version)),
            CustomerId = $"C{(id + version) % 3}",
            Amount = 100 * id,
            Currency = "CNY",
        };

    private static Gen<FeedRow> Receipts() =>
        from id in Gen.Choose(1, 6)
        from version in Gen.Choose(1, 2)
        select (FeedRow)new Receipt
        {
            SourceSystem = "erp",
            SourceId = $"P{id}",
            Version = version,
            ReceivedDate = Day(7 * id),
            InvoiceId = $"I{1 + ((id * version) % 4)}",
            CustomerId = "C1",
            Amount = 70 * id,
            Currency = "CNY",
        };

    private static Gen<FeedRow> Customers() =>
        from id in Gen.Choose(0, 2)
        from month in Gen.Choose(1, 4)
        from version in Gen.Choose(1, 2)
        select (FeedRow)Some.Customer($"C{id}", (month + version) % 2 == 0 ? "East" : "North", version, Day(6 * month), $"T{(month / 2) + version}");

    private static DateOnly Day(int number) => new DateOnly(2026, 1, 31).AddDays(number);

    private sealed record Case(FeedRow[] Rows, FeedRow[] Shuffled, int BatchSize);
}
