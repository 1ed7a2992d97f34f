using ProdSales.Feeds;
using ProdSales.Loading.Intake;
using ProdSales.Loading.Reports;

namespace ProdSales.Loading.Tests.Facts;

/// <summary>Rows that a program made are loaded as the same rows of a file are.</summary>
public sealed class MadeRowsTests
{
    private static readonly SalesOrderLine[] Lines =
    [
        Some.Line("1") with { RecordedAt = new DateTime(2026, 5, 31, 23, 59, 59, 123, DateTimeKind.Utc) },
        Some.Line("O'2 \"引号\" \\ {}"),
        Some.Line("3", 12.3456m),
    ];

    private static readonly Score Said = new()
    {
        SourceSystem = "crm",
        SourceId = "s",
        ScoredDate = new DateOnly(2026, 5, 31),
        Prediction = "win_90",
        ModelId = "m",
        ModelRole = "champion",
        Skill = "good",
        SubjectType = "opportunity",
        SubjectId = "o",
        HorizonDays = 90,
        Probability = 0.1 + 0.2,
        Amount = 1234567.8901m,
        Currency = "CNY",
        ExchangeRate = 1,
    };

    [Fact]
    public void They_become_the_same_facts()
    {
        using TestWarehouse made = new();
        using TestWarehouse read = new();
        LoadReport report = made.LoadInputs(new LoadOptions(), Made(Lines), Made(Said));
        read.LoadInputs(new LoadOptions(), RowInput.Of(FeedCatalogue.Find("sales_order_line")!, Lines), RowInput.Of(FeedCatalogue.Find("score")!, [Said]));

        Assert.Equal(LoadOutcome.Committed, report.Outcome);
        foreach (string table in (string[])["fact_sales_order_line", "fact_score"])
        {
            string[] rows = made.Query($"SELECT * FROM {table} ORDER BY source_id");
            Assert.Equal(table == "fact_score" ? 1 : Lines.Length, rows.Length);
            Assert.Equal(read.Query($"SELECT * FROM {table} ORDER BY source_id"), rows);
        }
    }

    [Fact]
    public void A_row_that_is_refused_is_told_by_its_number_and_by_what_made_it()
    {
        using TestWarehouse made = new();
        LoadReport report = made.LoadInputs(new LoadOptions { RefusedShareLimit = 1 }, Made(Some.Line("1"), Some.Line("2") with { ExchangeRate = -1 }));

        Assert.Equal(LoadOutcome.Committed, report.Outcome);
        Assert.Equal(["a program|2|exchange_rate"], made.Query("SELECT DISTINCT q.file, q.line, r.column_name FROM quarantine_row AS q INNER JOIN quarantine_reason AS r USING (quarantine_id)"));
    }

    private static FeedInput Made(params FeedRow[] rows) => MadeRows.Of(FeedCatalogue.All.Single(feed => feed.RecordType == rows[0].GetType()), rows, "a program");
}
