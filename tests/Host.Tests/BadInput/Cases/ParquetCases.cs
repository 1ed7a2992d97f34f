using ProdSales.Warehouse.Provider;

namespace ProdSales.Host.Tests.BadInput.Cases;

/// <summary>Parquet files.</summary>
internal static class ParquetCases
{
    private const string Columns = "i::VARCHAR AS id, DATE '2024-01-31' AS day, 'A-' || i AS order_no, 'C-1' AS customer, 'P-1' AS product, 5 AS qty, 100 AS amount";

    internal static IEnumerable<BadCase> All =>
    [
        Refused("A Parquet file that is cut off", bytes => bytes[..(bytes.Length / 2)], "orders.parquet is cut off: a Parquet file must end with the bytes PAR1, and these are missing after 103,675 bytes. Fetch it again."),
        Refused("A Parquet file whose end is damaged", bytes => Damaged(bytes, bytes.Length - 100, 60), "orders.parquet is damaged: Variable-length int over 10 bytes. Fetch it again."),
        Refused("A Parquet file with a damaged page", bytes => Damaged(bytes, 40, 400), "orders.parquet cannot be read to its end: Failed to read file \"FOLDER/orders.parquet\": Snappy decompression failure. Fetch it again."),
        Refused("A text under the name of a Parquet file", _ => [.. "id,name\n1,a,bcd\n"u8], "orders.parquet is no Parquet file: it must begin with the bytes PAR1."),
        new("A Parquet file with a type that cannot be a number")
        {
            Files = folder => Write(folder, $"SELECT * REPLACE ([5] AS qty) FROM (SELECT {Columns} FROM range(1, 4) AS r(i))"),
            Mapping = Orders.Mapping("orders.parquet"),
            Refusal = "erp.yaml, line 16: sales_order_line.quantity: the expression is of type INTEGER[], which cannot become Decimal; allowed: a number or text.",
        },
        new("A Parquet file whose numbers do not fit")
        {
            Files = folder => Write(folder, $"SELECT * REPLACE (CASE i WHEN 2 THEN 'NaN'::DOUBLE WHEN 4 THEN 1e15 ELSE 5 END AS qty) FROM (SELECT i, {Columns} FROM range(1, 6) AS r(i))"),
            Mapping = Orders.Mapping("orders.parquet"),
            Good = "1 3 5",
            Rows =
            [
                "Row 2 of orders.parquet: quantity \"nan\" (not-finite); allowed: a number with at most 4 decimals and 14 digits before them.",
                "Row 4 of orders.parquet: quantity \"1000000000000000.0\" (number-too-large); allowed: a number with at most 4 decimals and 14 digits before them.",
            ],
        },
    ];

    private static BadCase Refused(string name, Func<byte[], byte[]> damage, string message) => new(name)
    {
        Files = folder =>
        {
            Write(folder, $"SELECT {Columns}, md5(i::VARCHAR) AS note FROM range(5000) AS r(i)");
            string path = Path.Combine(folder, "orders.parquet");
            File.WriteAllBytes(path, damage(File.ReadAllBytes(path)));
        },
        Mapping = Orders.Mapping("orders.parquet"),
        Refusal = $"erp.yaml, line 5: table \"orders\": {message}",
    };

    private static byte[] Damaged(byte[] bytes, int at, int count)
    {
        bytes.AsSpan(at, count).Fill(0xA5);
        return bytes;
    }

    private static void Write(string folder, string select)
    {
        using DuckDbConnection connection = new("DataSource=:memory:");
        connection.Open();
        connection.Execute($"COPY ({select}) TO '{Path.Combine(folder, "orders.parquet")}' (FORMAT parquet)");
    }
}
