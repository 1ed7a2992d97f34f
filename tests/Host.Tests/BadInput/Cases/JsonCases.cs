namespace ProdSales.Host.Tests.BadInput.Cases;

/// <summary>Files of JSON objects, one a line.</summary>
internal static class JsonCases
{
    internal static IEnumerable<BadCase> All =>
    [
        Broken("A line of JSON that is cut off", "{\"id\": \"2\", \"day\": \"2024-01", "one JSON object a line (at byte 28, Expected end of string, but instead reached end of data)"),
        Broken("A line of JSON that is a list", "[2]", "one JSON object a line"),
        Broken("A name that stands twice in a JSON object", Line("2").Replace("\"day\"", "\"id\"", StringComparison.Ordinal), "each name once, and \"id\" stands twice"),
        new("An object within a JSON object")
        {
            Files = Json(Line("2").Replace("5", "{\"pieces\": 5}", StringComparison.Ordinal)),
            Mapping = Orders.Mapping("orders.ndjson"),
            Good = "1 3",
            Rows = ["Row 2 of orders.ndjson: quantity \"{\"pieces\": 5}\" (not-a-number); allowed: a number with at most 4 decimals and 14 digits before them."],
        },
        new("A JSON object without names that are needed")
        {
            Files = Json("{\"id\": \"2\"}"),
            Mapping = Orders.Mapping("orders.ndjson"),
            Good = "1 3",
            Rows =
            [
                Missing("net_amount", "a number with at most 4 decimals and 14 digits before them"),
                Missing("order_id", "a text of at most 4000 characters"),
                Missing("ordered_date", "a date like 2024-01-31"),
                Missing("product_id", "a text of at most 4000 characters"),
                Missing("quantity", "a number with at most 4 decimals and 14 digits before them"),
            ],
        },
    ];

    private static BadCase Broken(string name, string line, string allowed) => new(name)
    {
        Files = Json(line),
        Mapping = Orders.Mapping("orders.ndjson"),
        Good = "1 3",
        Rows = [$"Row 2 of orders.ndjson: row \"{line}\" (json); allowed: {allowed}."],
    };

    private static string Missing(string column, string allowed) => $"Row 2 of orders.ndjson: {column} is missing (missing-value); allowed: {allowed}.";

    private static Action<string> Json(string line) => Orders.Csv($"{Line("1")}\n{line}\n{Line("3")}\n", "orders.ndjson");

    private static string Line(string id) =>
        $$"""{"id": "{{id}}", "day": "2024-01-31", "order_no": "A-{{id}}", "customer": "C-1", "product": "P-1", "qty": 5, "amount": 100}""";
}
