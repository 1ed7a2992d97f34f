using System.Globalization;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;

namespace ProdSales.Bench.Drill;

/// <summary>A warehouse with as many sales order lines as asked, in date order over three years, and masters of a middle-sized company.</summary>
internal static class SalesStar
{
    /// <summary>Makes the warehouse; the same rows for the same size.</summary>
    internal static WarehouseDatabase Make(string path, double millions)
    {
        WarehouseDatabase warehouse = WarehouseDatabase.Open(path);
        SchemaMigrations.Apply(warehouse);
        long rows = (long)(millions * 1_000_000);
        warehouse.Writer.Write(transaction =>
        {
            foreach (string statement in Masters)
            {
                transaction.Connection.Execute(statement);
            }

            transaction.Connection.Execute(Lines.Replace("{rows}", rows.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        });
        warehouse.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
        return warehouse;
    }

    private const string Lines = """
        INSERT INTO fact_sales_order_line BY NAME
        SELECT 1 AS source_key, 'L' || i AS source_id, 1 AS version, 1 AS batch_id,
            DATE '2023-01-01' + CAST(i * 1095 // {rows} AS INTEGER) AS ordered_date,
            'O' || (i // 3) AS order_id, i % 3 + 1 AS line_number,
            CAST(hash(i) % 50000 + 1 AS INTEGER) AS customer_key, CAST(hash(i + 7) % 5000 + 1 AS INTEGER) AS product_key,
            CAST(hash(i + 13) % 500 + 1 AS INTEGER) AS owner_key, 0 AS organisation_key,
            CASE WHEN i % 4 = 0 THEN 'direct' ELSE 'dealer' END AS channel,
            CAST(hash(i + 17) % 9 + 1 AS DECIMAL(18, 4)) AS quantity,
            CAST(hash(i + 19) % 1000000 + 500 AS DECIMAL(18, 4)) / 10 AS list_amount,
            CAST(hash(i + 19) % 1000000 + 500 AS DECIMAL(18, 4)) / 12 AS net_amount,
            CAST(CAST(hash(i + 19) % 1000000 + 500 AS DECIMAL(18, 4)) / 15 * (0.9 + (hash(i + 23) % 1000) / 5000) AS DECIMAL(18, 4)) AS cost_amount,
            'CNY' AS currency, false AS is_cancelled,
            CAST(hash(hash(i) % 50000 + 1) % 32 + 1 AS SMALLINT) AS region_key, 0 AS own_region_key
        FROM range({rows}) AS lines(i)
        """;

    private static readonly string[] Masters =
    [
        "INSERT INTO dim_source_system VALUES (1, 'bench')",
        "INSERT INTO dim_region SELECT CAST(r AS SMALLINT), 'region ' || r FROM range(1, 33) AS regions(r)",
        $"""
        INSERT INTO dim_customer BY NAME
        SELECT CAST(c AS INTEGER) AS customer_key, CAST(c AS INTEGER) AS customer_durable_key, 'C' || c AS customer_id, 'customer ' || c AS name, {Version},
            'industry ' || (hash(c, 'industry') % 8) AS industry, 'ABC'[1 + CAST(hash(c, 'tier') % 3 AS INTEGER)] AS tier,
            0 AS owner_durable_key, 0 AS parent_durable_key
        FROM range(1, 50001) AS customers(c)
        """,
        $"""
        INSERT INTO dim_product BY NAME
        SELECT CAST(p AS INTEGER) AS product_key, CAST(p AS INTEGER) AS product_durable_key, 'P' || p AS product_id, 'product ' || p AS name, {Version},
            'line ' || (p % 8) AS product_line, 'family ' || (p % 40) AS family
        FROM range(1, 5001) AS products(p)
        """,
        $"""
        INSERT INTO dim_employee BY NAME
        SELECT CAST(e AS INTEGER) AS employee_key, CAST(e AS INTEGER) AS employee_durable_key, 'E' || e AS employee_id, 'employee ' || e AS name, {Version},
            0 AS organisation_durable_key, 0 AS manager_durable_key
        FROM range(1, 501) AS employees(e)
        """,
    ];

    private const string Version = """
        1 AS source_key, 1 AS version, 1 AS batch_id, DATE '1900-01-01' AS valid_from, DATE '9999-12-31' AS valid_to, true AS is_current, false AS is_inferred
        """;
}
