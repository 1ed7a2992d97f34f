using System.Text;

namespace ProdSales.Host.Tests.BadInput;

/// <summary>Small files of order lines, good but for what a case puts in, and their mapping.</summary>
internal static class Orders
{
    internal const string Header = "id,day,order_no,customer,product,qty,amount";

    /// <summary>A mapping of one file, with what is declared about it and in place of the usual columns.</summary>
    internal static string Mapping(string file = "orders.csv", string table = "", string feed = "", string columns = "") => $$"""
        system: erp
        currency: CNY
        time_zone: Asia/Shanghai
        tables:
          orders: { file: "{{file}}"{{(table.Length > 0 ? ", " : "")}}{{table}} }
        feeds:
          sales_order_line:
            from: orders
            {{feed}}
            columns:
              source_id: id
              ordered_date: day
              order_id: order_no
              customer_id: customer
              product_id: product
              quantity: qty
              net_amount: amount
              {{columns}}
        """;

    /// <summary>A good line, or one with values of its own.</summary>
    internal static string Line(string id, string day = "2024-01-31", string customer = "C-1", string qty = "5", string amount = "100") =>
        $"{id},{day},A-{id},{customer},P-1,{qty},{amount}";

    /// <summary>A text with the header and lines.</summary>
    internal static string Text(params IEnumerable<string> lines) => string.Concat(lines.Prepend(Header).Select(line => line + "\n"));

    /// <summary>Good lines 1 and 3 around one that is given.</summary>
    internal static string Around(string line) => Text(Line("1"), line, Line("3"));

    internal static Action<string> Csv(string text, string name = "orders.csv") => File(name, Encoding.UTF8.GetBytes(text));

    internal static Action<string> File(string name, byte[] content) => folder => System.IO.File.WriteAllBytes(Path.Combine(folder, name), content);
}
