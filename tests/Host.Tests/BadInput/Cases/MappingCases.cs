namespace ProdSales.Host.Tests.BadInput.Cases;

/// <summary>Mappings that do not fit their files, or fail on a row.</summary>
internal static class MappingCases
{
    private const string Failure =
        "Could not convert string 'x' to INT32 when casting from source column qty. A row that fails here ends the load; TRY_CAST gives null for a value that does not fit, TRY(...) for any other failure.";

    private static Action<string> Good => Orders.Csv(Orders.Around(Orders.Line("2")));

    private static Action<string> OneBad => Orders.Csv(Orders.Around(Orders.Line("2", qty: "x")));

    internal static IEnumerable<BadCase> All =>
    [
        new("A mapping with a column that the file does not have")
        {
            Files = Good,
            Mapping = Orders.Mapping(columns: "tax_amount: amonut"),
            Refusal = "erp.yaml, line 18: sales_order_line.tax_amount: the table orders has no column \"amonut\"; allowed: id, day, order_no, customer, product, qty, amount (did you mean \"amount\"?).",
        },
        new("A mapping with a column that the feed does not have")
        {
            Files = Good,
            Mapping = Orders.Mapping(columns: "quantities: qty"),
            Refusal = "erp.yaml, line 18: The feed sales_order_line has no column \"quantities\"; allowed: source_system, source_id, version, recorded_at, ordered_date, order_id, line_number, customer_id, product_id, "
                + "configuration_id, owner_id, organisation_id, opportunity_id, region, channel, promotion, is_made_to_order, is_rush, quantity, list_amount, discount_amount, net_amount, cost_amount, tax_amount, currency, exchange_rate, is_cancelled (did you mean \"quantity\"?).",
        },
        new("A file that has lost a column")
        {
            Files = Orders.Csv(Orders.Around(Orders.Line("2")).Replace("qty", "pieces", StringComparison.Ordinal)),
            Refusal = "erp.yaml, line 16: sales_order_line.quantity: the table orders has no column \"qty\"; allowed: id, day, order_no, customer, product, pieces, amount.",
        },
        new("A cast in a column that fails on a row")
        {
            Files = OneBad,
            Mapping = Orders.Mapping(columns: "line_number: CAST(qty AS INTEGER)").Replace("quantity: qty", "quantity: '5'", StringComparison.Ordinal),
            Good = "1 3",
            Rows = ["Row 3 of orders.csv: line_number \"CAST(qty AS INTEGER)\" (expression-failed); allowed: a whole number of at least 1."],
        },
        new("A cast in a condition that fails on a row")
        {
            Files = OneBad,
            Mapping = Orders.Mapping(feed: "where: CAST(qty AS INTEGER) > 0"),
            Refusal = $"erp.yaml, line 9: sales_order_line from orders, where: CAST(qty AS INTEGER) > 0, on row 3 of orders.csv: {Failure}",
        },
        new("A cast in a join that fails on a row")
        {
            Files = OneBad,
            Mapping = Orders.Mapping(feed: "join: LEFT JOIN (SELECT 1 AS number) AS other ON other.number = CAST(orders.qty AS INTEGER)"),
            Refusal = $"erp.yaml, line 9: sales_order_line from orders, join: LEFT JOIN (SELECT 1 AS number) AS other ON other.number = CAST(orders.qty AS INTEGER): {Failure}",
        },
        new("A cast in a notice that fails on a row")
        {
            Files = OneBad,
            Mapping = Orders.Mapping(feed: "notices: { many: CAST(qty AS INTEGER) > 1000 }"),
            Refusal = $"erp.yaml, line 9: sales_order_line from orders, notice many: CAST(qty AS INTEGER) > 1000, on row 3 of orders.csv: {Failure}",
        },
        new("A cast in a derived table that fails on a row")
        {
            Files = OneBad,
            Mapping = Orders.Mapping()
                .Replace("from: orders", "from: whole", StringComparison.Ordinal)
                .Replace("feeds:", "  whole: { sql: 'SELECT * REPLACE (CAST(qty AS INTEGER) AS qty) FROM orders' }\nfeeds:", StringComparison.Ordinal),
            Refusal = $"erp.yaml, line 6: table \"whole\", sql: {Failure}",
        },
    ];
}
