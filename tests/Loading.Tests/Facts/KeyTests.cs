using ProdSales.Feeds;
using ProdSales.Loading.Reports;

namespace ProdSales.Loading.Tests.Facts;

public sealed class KeyTests
{
    private static readonly Feed Lines = FeedCatalogue.Find("sales_order_line")!;

    [Fact]
    public void Keys_over_several_slices_are_those_of_a_join_by_id_and_day_and_bad_rows_make_no_members()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Enumerable.Range(0, 300).Where(i => i % 3 != 0).SelectMany(History));
        warehouse.Load(Some.Employee("E1", "West"), Some.Product("P1"));

        FeedReport report = warehouse.LoadInputs(new LoadOptions(), Some450000Lines()).Feeds.Single();

        Assert.Equal((450_000L, 4_500L), (report.RowsRead, report.RowsQuarantined));
        Assert.Equal("0", warehouse.Value("""
            SELECT count(*)
            FROM fact_sales_order_line AS f
            LEFT JOIN dim_customer AS c ON c.customer_id = 'C' || split_part(f.order_id, '-', 2) AND f.ordered_date >= c.valid_from AND f.ordered_date < c.valid_to
            LEFT JOIN dim_employee AS e ON e.employee_id = 'E' || split_part(f.order_id, '-', 3) AND e.is_current
            LEFT JOIN dim_region AS own ON own.region = nullif(split_part(f.order_id, '-', 4), '')
            LEFT JOIN dim_region AS g ON g.region = coalesce(nullif(split_part(f.order_id, '-', 4), ''), c.region, e.region)
            WHERE f.customer_key <> coalesce(c.customer_key, 0) OR f.owner_key <> coalesce(e.employee_key, 0)
                OR f.region_key <> coalesce(g.region_key, 0) OR f.own_region_key <> coalesce(own.region_key, 0) OR f.source_key <> 1
            """));
        Assert.Equal(
            "99|True|0",
            warehouse.Value("SELECT count(*), bool_and(is_inferred), count(*) FILTER (WHERE customer_id = 'C99') FROM dim_customer WHERE customer_key > 0 AND is_inferred"));
        Assert.Equal(
            ["East", "North", "South", "West", "-"],
            warehouse.Query("SELECT DISTINCT g.region FROM fact_sales_order_line JOIN dim_region AS g USING (region_key) ORDER BY g.region NULLS LAST"));
    }

    [Fact]
    public void A_column_of_too_many_regions_refuses_the_batch_by_name()
    {
        using TestWarehouse warehouse = new();
        LoadReport report = warehouse.LoadInputs(new LoadOptions(), RowInput.FromSql(Lines, Select("40000", "'R' || i")));

        Assert.Equal(LoadOutcome.Refused, report.Outcome);
        Assert.Equal(
            "region: the rows name more than 32767 different ones, at most 32767 may be; is the right column mapped to it?",
            Assert.Single(report.Refusals).Message);
        Assert.Equal("1|0", warehouse.Value("SELECT (SELECT count(*) FROM dim_region), (SELECT count(*) FROM fact_sales_order_line)"));
    }

    private static IEnumerable<FeedRow> History(int i) =>
    [
        Some.Customer($"C{i}", i % 2 == 0 ? "East" : null),
        Some.Customer($"C{i}", i % 5 == 0 ? null : "South", version: 2, from: new DateOnly(2025, 1, 1).AddDays(i)),
    ];

    private static FeedInput Some450000Lines() => RowInput.FromSql(Lines, Select("450000", "CASE WHEN i % 7 = 0 THEN 'North' END"));

    private static string Select(string count, string region)
    {
        Dictionary<string, string> given = new(StringComparer.Ordinal)
        {
            ["source_system"] = "'erp'",
            ["source_id"] = "printf('%08d', i)",
            ["version"] = "1",
            ["ordered_date"] = "DATE '2024-06-01' + CAST(i % 700 AS INTEGER)",
            ["order_id"] = "i || '-' || i % 300 || '-' || i % 4 || '-' || coalesce(own, '')",
            ["customer_id"] = "'C' || i % 300",
            ["product_id"] = "'P1'",
            ["owner_id"] = "CASE WHEN i % 4 > 0 THEN 'E' || i % 4 END",
            ["region"] = "own",
            ["quantity"] = "1",
            ["net_amount"] = "1",
            ["is_cancelled"] = "false",
            ["currency"] = "'CNY'",
        };
        IEnumerable<string> columns = Lines.Columns.Select(column => $"CAST({given.GetValueOrDefault(column.Name, "NULL")} AS {column.DuckDbType}) AS \"{column.Name}\"");
        const string Error = """CASE WHEN i % 100 = 99 THEN '[{"column":"quantity","value":"x","code":"not-a-number","allowed":"a number"}]' END""";
        return $"SELECT {string.Join(", ", columns)}, 'lines.csv' AS _file, CAST(i AS BIGINT) AS _line, {Error} AS _error FROM (SELECT i, {region} AS own FROM range({count}) AS t(i))";
    }
}
