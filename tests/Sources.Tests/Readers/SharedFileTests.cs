using ProdSales.Sources.Readers;
using ProdSales.Support;

namespace ProdSales.Sources.Tests.Readers;

/// <summary>The public data sets are read as their README counts them.</summary>
public sealed class SharedFileTests : IDisposable
{
    private readonly StagingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [SharedDataTheory]
    [InlineData("Customer", 19_820, "\t", 7)]
    [InlineData("Product", 504, "\t", 25)]
    [InlineData("BillOfMaterials", 2_679, "\t", 9)]
    [InlineData("ProductInventory", 1_069, "\t", 7)]
    [InlineData("ProductCostHistory", 395, "\t", 5)]
    [InlineData("Location", 14, "\t", 5)]
    [InlineData("ScrapReason", 16, "\t", 3)]
    [InlineData("SalesPerson", 17, "\t", 9)]
    [InlineData("SalesPersonQuotaHistory", 163, "\t", 5)]
    [InlineData("SalesTerritory", 10, "\t", 10)]
    [InlineData("Vendor", 104, "\t", 8)]
    [InlineData("PurchaseOrderHeader", 4_012, "\t", 13)]
    [InlineData("PurchaseOrderDetail", 8_845, "\t", 11)]
    [InlineData("CurrencyRate", 13_532, "\t", 7)]
    [InlineData("Store", 701, "+|", 6)]
    public void AdventureWorks_text_files_give_the_rows_that_are_counted(string table, long rows, string delimiter, int columns)
    {
        string lineEnd = delimiter is "\t" ? "\n" : "&|\n";
        StagedTable staged = _room.StagePath(
            Shared("adventureworks", "oltp_original", $"{table}.csv"),
            new ReadOptions { Delimiter = delimiter, LineEnd = lineEnd, Quote = "", HasHeader = false });

        Assert.Empty(staged.Defects);
        Assert.Equal((rows, columns), (staged.RowCount, staged.Columns.Count));
        Assert.Equal(rows, long.Parse(_room.Scalar("SELECT count(*) FROM staged"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [SharedDataFact]
    public void Every_AdventureWorks_text_file_but_the_reviews_is_read_without_a_defect()
    {
        foreach (string path in Directory.GetFiles(Shared("adventureworks", "oltp_original"), "*.csv").Where(path => !path.EndsWith("ProductReview.csv", StringComparison.Ordinal)))
        {
            bool isBar = File.ReadLines(path).First().Contains("+|", StringComparison.Ordinal);
            ReadOptions options = new() { Delimiter = isBar ? "+|" : "\t", LineEnd = isBar ? "&|\n" : "\n", Quote = "", HasHeader = false };
            StagedTable staged = _room.StagePath(path, options);

            Assert.True(staged.DefectCount is 0, $"{Path.GetFileName(path)}: {string.Join(" ", staged.Defects.Take(3).Select(defect => defect.Message))}");
            Assert.True(staged.RowCount > 0, path);
        }
    }

    [SharedDataFact]
    public void Reviews_with_line_ends_in_bare_texts_are_four_records()
    {
        ReadOptions options = new()
        {
            Delimiter = "\t",
            Quote = "",
            JoinsShortLines = true,
            Columns = ["product_review_id", "product_id", "reviewer_name", "review_date", "email_address", "rating", "comments", "modified_date"],
        };
        StagedTable staged = _room.StagePath(Shared("adventureworks", "oltp_original", "ProductReview.csv"), options);

        Assert.Empty(staged.Defects);
        Assert.Equal(["709 5", "937 4", "937 2", "798 5"], _room.Strings("SELECT product_id || ' ' || rating FROM staged"));
    }

    [SharedDataFact]
    public void A_tab_parted_file_under_the_name_of_csv_finds_its_delimiter()
    {
        StagedTable staged = _room.StagePath(Shared("ai4i2020", "ai4i2020.csv"));

        Assert.Equal((10_000, 14), (staged.RowCount, staged.Columns.Count));
        Assert.True(_room.IsView());
    }

    [SharedDataFact]
    public void Wide_rows_padded_with_empty_texts_are_rows()
    {
        StagedTable staged = _room.StagePath(Shared("m4", "Weekly-train.csv"));

        Assert.Equal((359, 0), (staged.RowCount, staged.DefectCount));
        Assert.Equal("~", _room.Scalar($"SELECT \"{staged.Columns[^1].Name}\" FROM staged WHERE \"{staged.Columns[0].Name}\" = 'W1'"));
    }

    [SharedDataFact]
    public void The_help_desk_log_gives_its_cases_and_events()
    {
        StagedTable staged = _room.StagePath(Shared("helpdesk", "helpdesk.xes.gz"));

        Assert.Equal(21_348, staged.RowCount);
        Assert.Equal("4580", _room.Scalar("SELECT count(DISTINCT \"case:concept:name\") FROM staged"));
        Assert.Equal("397 21", _room.Scalar("SELECT count(DISTINCT customer) || ' ' || count(DISTINCT product) FROM staged"));
    }

    [SharedDataFact]
    public void The_small_trade_script_gives_its_orders()
    {
        StagedTable staged = _room.StagePath(Shared("northwind", "northwind.sql"), new ReadOptions { Table = "orders" });

        Assert.Equal((830, 14, 0), (staged.RowCount, staged.Columns.Count, staged.DefectCount));
        Assert.Equal("37", _room.Scalar("SELECT count(*) FROM staged WHERE shipped_date::DATE > required_date::DATE"));
    }

    [SharedDataFact]
    public void Every_table_of_the_small_trade_script_is_read_whole()
    {
        foreach ((string table, int rows) in new[] { ("customers", 91), ("order_details", 2155), ("products", 77), ("suppliers", 29), ("employees", 9), ("us_states", 51) })
        {
            StagedTable staged = _room.StagePath(Shared("northwind", "northwind.sql"), new ReadOptions { Table = table });
            Assert.Equal((table, rows, 0), (table, staged.RowCount, staged.DefectCount));
        }
    }

    [SharedDataFact]
    public void Dates_without_padding_stay_as_they_are()
    {
        StagedTable staged = _room.StagePath(Shared("cn_teddy_orders", "order_train0.csv"));

        Assert.Equal(59_769, staged.RowCount);
        Assert.Equal("2015/9/2", _room.Scalar("SELECT order_date FROM staged ORDER BY strptime(order_date, '%Y/%m/%d') LIMIT 1"));
    }

    [SharedDataFact]
    public void Parquet_keeps_its_types_and_sums()
    {
        StagedTable staged = _room.StagePath(Shared("adventureworks", "dw_parquet", "FactResellerSales.parquet"));

        Assert.Equal(60_855, staged.RowCount);
        Assert.Contains(staged.Columns, column => column is { Name: "SalesAmount", DuckDbType: not "VARCHAR" });
        Assert.Equal("80450596.9823", _room.Scalar("SELECT sum(SalesAmount::DECIMAL(18,4)) FROM staged"));
        Assert.Equal("1 60855", _room.Scalar("SELECT min(_line) || ' ' || max(_line) FROM staged"));
    }

    private static string Shared(params string[] parts) => Path.Combine([Repository.SharedData!, .. parts]);
}
