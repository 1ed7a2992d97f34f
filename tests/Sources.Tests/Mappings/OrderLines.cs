namespace ProdSales.Sources.Tests.Mappings;

/// <summary>A file of order lines, good but for what a test puts in, and its mapping.</summary>
public static class OrderLines
{
    public const string Mapping = """
        system: erp
        currency: CNY
        tables:
          orders: { file: orders.csv }
        feeds:
          sales_order_line:
            from: orders
            columns:
              source_id: source_id
              recorded_at: recorded_at
              ordered_date: ordered_date
              order_id: order_id
              line_number: line_number
              product_id: { value: P-1 }
              quantity: quantity
              net_amount: "12"
              exchange_rate: exchange_rate
              is_cancelled: is_cancelled
        """;

    private static readonly string[] Columns =
        ["source_id", "recorded_at", "ordered_date", "order_id", "line_number", "quantity", "exchange_rate", "is_cancelled"];

    /// <summary>Three lines, of which the second has a value of its own.</summary>
    public static string With(string column, string value) => File([Line("1", "30"), Line("2", "31", column, value), Line("3", "29")]);

    /// <summary>A good line, or one with a value of its own.</summary>
    public static string[] Line(string id, string day, string? column = null, string? value = null)
    {
        string[] cells = [id, $"2024-01-{day} 08:00:00", $"2024-01-{day}", "A", "1", "5", "1", "false"];
        if (column is not null)
        {
            cells[Array.IndexOf(Columns, column)] = value!;
        }

        return cells;
    }

    /// <summary>The text of a file with a header.</summary>
    public static string File(IEnumerable<string[]> lines) =>
        string.Join('\n', lines.Prepend(Columns).Select(line => string.Join(',', line.Select(cell => $"\"{cell}\"")))) + "\n";
}
