namespace ProdSales.Host.Tests.Models;

/// <summary>Definitions as users would write them.</summary>
internal static class OwnFiles
{
    /// <summary>A subject with a number over a fact of the product, one over rows of its own, and one of the product's measures by name.</summary>
    internal const string Good =
        """
        subject: big_orders
        label: { zh-CN: 大单, en: Big orders }
        description: { zh-CN: 大额订单行, en: Order lines of a large amount. }
        facts:
          - name: big_line
            table: fact_sales_order_line
            time: ordered_date
            where: net_amount >= 9000 or quantity >= 9
            dimensions: { region: region_key, customer: customer_key, product: product_key }
        measures:
          - name: big_lines
            fact: big_line
            label: { zh-CN: 大单行数, en: Big lines }
            description: { zh-CN: 大额或大量的行数, en: Lines of a large amount or quantity. }
            unit: count
            good: up
            formula: count(*)
          - name: quantity_ordered_twice
            fact: sales_order_line
            label: { zh-CN: 双倍数量, en: Twice the quantity }
            description: { zh-CN: 数量的两倍, en: Twice the quantity. }
            unit: quantity
            good: none
            formula: sum(quantity * 2)
          - { name: revenue, measure: sales.revenue }
        """;

    internal const string Question = "{ bigOrders(period: { from: \"2024-01-01\", to: \"2025-12-31\" }) { total { bigLines revenue } } }";

    /// <summary>The same with a measure that needs itself, in line 17, and a parenthesis too many, in line 24.</summary>
    internal static string Bad { get; } = Good
        .Replace("formula: count(*)", "formula: count(*) + big_lines", StringComparison.Ordinal)
        .Replace("sum(quantity * 2)", "sum(quantity * 2))", StringComparison.Ordinal);
}
