namespace ProdSales.Host.Tests.BadInput.Cases;

/// <summary>Rows that are at odds with each other, with masters or with the warehouse's currency.</summary>
internal static class KeyCases
{
    internal static IEnumerable<BadCase> All =>
    [
        new("One id twice with the same content") { Files = Orders.Csv(Orders.Text(Orders.Line("1"), Orders.Line("1"), Orders.Line("3"))), Good = "1 3" },
        new("One id twice with another content")
        {
            Files = Orders.Csv(Orders.Text(Orders.Line("1"), Orders.Line("2"), Orders.Line("2", qty: "6"), Orders.Line("3"))),
            Good = "1 3",
            Rows =
            [
                "Row 3 of orders.csv: source_id \"2\" (version-contradicts); allowed: one content for version 1.",
                "Row 4 of orders.csv: source_id \"2\" (version-contradicts); allowed: one content for version 1.",
            ],
        },
        new("A row without its id")
        {
            Files = Orders.Csv(Orders.Around(Orders.Line(""))),
            Good = "1 3",
            Rows = ["Row 3 of orders.csv: source_id is missing (missing-value); allowed: a text of at most 4000 characters."],
        },
        new("A customer whom no master names")
        {
            Files = Orders.Csv(Orders.Around(Orders.Line("2", customer: "C-404"))),
            Good = "1 2 3",
            MustCountZero = "SELECT count(*) - 1 FROM dim_customer JOIN fact_sales_order_line AS f USING (customer_key) WHERE f.batch_id = BATCH AND customer_id = 'C-404' AND is_inferred",
        },
        new("An amount in another currency without its rate")
        {
            Files = Orders.Csv(Orders.Around(Orders.Line("2", customer: "USD")).Replace("C-1", "CNY", StringComparison.Ordinal)),
            Mapping = Orders.Mapping(columns: "currency: customer\n      exchange_rate: 'NULL'"),
            Good = "1 3",
            Rows = ["Row 3 of orders.csv: exchange_rate is missing (exchange-rate-missing); allowed: CNY for one unit."],
        },
    ];
}
