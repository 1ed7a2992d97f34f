using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench.Load;

/// <summary>Writes order lines and their masters as feed files: 50,000 customers, every tenth with three versions, 5,000 products, 500 employees.</summary>
internal static class OrderLines
{
    /// <summary>The columns of the CSV file as its reader wants them declared.</summary>
    internal static string CsvColumns =>
        "{" + string.Join(", ", FeedCatalogue.Find("sales_order_line")!.Columns.Select(column => $"'{column.Name}': '{column.DuckDbType}'")) + "}";

    /// <summary>Writes the order lines, in the order of their dates, over five years.</summary>
    internal static string Write(string folder, long rows, string format)
    {
        Directory.CreateDirectory(folder);
        Copy(folder, "sales_order_line", format, Whole("sales_order_line", string.Create(CultureInfo.InvariantCulture, $"""
            SELECT 'erp' AS source_system, printf('SO%08d-%d', i // 4, i % 4 + 1) AS source_id, CAST(1 AS BIGINT) AS version, CAST(NULL AS TIMESTAMP) AS recorded_at,
                DATE '2021-01-01' + CAST(i * 1826 // {rows} AS INTEGER) AS ordered_date, printf('SO%08d', i // 4) AS order_id, i % 4 + 1 AS line_number,
                'C' || hash(i // 4) % 50000 AS customer_id, 'P' || hash(i * 7) % 5000 AS product_id, 'E' || hash(i // 4 + 1) % 500 AS owner_id,
                'T' || hash(i // 4 + 1) % 20 AS organisation_id, CAST(NULL AS VARCHAR) AS opportunity_id,
                ['East', 'South', 'North', 'Centre', 'West'][CAST(hash(i // 4) % 5 AS INTEGER) + 1] AS region,
                ['direct', 'dealer', 'web'][CAST(hash(i // 4 + 3) % 3 AS INTEGER) + 1] AS channel,
                CASE WHEN hash(i) % 20 = 0 THEN 'spring' END AS promotion, CAST(hash(i + 5) % 20 + 1 AS DECIMAL(18, 4)) AS quantity,
                CAST(hash(i + 6) % 1000000 / 100 AS DECIMAL(18, 4)) AS list_amount, CAST(hash(i + 6) % 1000000 / 1000 AS DECIMAL(18, 4)) AS discount_amount,
                CAST(hash(i + 6) % 1000000 / 112 AS DECIMAL(18, 4)) AS net_amount, CAST(hash(i + 6) % 1000000 / 150 AS DECIMAL(18, 4)) AS cost_amount,
                CAST(hash(i + 6) % 1000000 / 800 AS DECIMAL(18, 4)) AS tax_amount, 'CNY' AS currency, CAST(1 AS DOUBLE) AS exchange_rate, hash(i) % 50 = 0 AS is_cancelled
            FROM range({rows}) AS t(i)
            """)));
        return folder;
    }

    /// <summary>Writes the masters.</summary>
    internal static string WriteMasters(string folder)
    {
        Directory.CreateDirectory(folder);
        Copy(folder, "customer", "parquet", """
            SELECT 'erp' AS source_system, 'C' || i AS source_id, v + 1 AS version, 'Customer ' || i AS name, DATE '2020-01-01' + CAST(v * 700 AS INTEGER) AS effective_date,
                ['East', 'South', 'North', 'Centre', 'West'][CAST((i + v) % 5 AS INTEGER) + 1] AS region
            FROM range(50000) AS c(i), range(3) AS t(v) WHERE v = 0 OR i % 10 = 0
            """);
        Copy(folder, "product", "parquet", "SELECT 'erp' AS source_system, 'P' || i AS source_id, 'Product ' || i AS name FROM range(5000) AS t(i)");
        Copy(folder, "employee", "parquet", "SELECT 'erp' AS source_system, 'E' || i AS source_id, 'Employee ' || i AS name FROM range(500) AS t(i)");
        Copy(folder, "organisation", "parquet", "SELECT 'erp' AS source_system, 'T' || i AS source_id, 'Team ' || i AS name FROM range(20) AS t(i)");
        return folder;
    }

    // The query with every column of the feed, without a value where it does not give them.
    private static string Whole(string feed, string select)
    {
        FeedColumn[] columns = [.. FeedCatalogue.Find(feed)!.Columns];
        string none = string.Join(", ", columns.Select(column => $"CAST(NULL AS {column.DuckDbType}) AS {column.Name}"));
        return $"SELECT {string.Join(", ", columns.Select(column => column.Name))} FROM ({select} UNION ALL BY NAME SELECT {none} WHERE false)";
    }

    private static void Copy(string folder, string feed, string format, string select)
    {
        using DuckDbConnection connection = new("DataSource=:memory:;memory_limit=1GB");
        connection.Open();
        connection.Execute($"COPY ({select}) TO '{Path.Combine(folder, $"{feed}.{format}")}'");
    }
}
