using System.Globalization;
using ProdSales.SemanticsTests.ByHand;

namespace ProdSales.SemanticsTests.Appraising;

/// <summary>
/// Four product lines over 2023 and 2024. Line <c>new</c> was changed at the turn of the year and <c>old</c> was not; <c>drift</c> got worse in the middle of 2023;
/// <c>same</c> only swings. Swings of the months of a year add up to 0.
/// </summary>
public sealed class AppraisalCompany() : LoadedCompany(Feeds())
{
    private static readonly string[] Lines = ["new", "old", "drift", "same"];

    private static Dictionary<string, List<Dictionary<string, string>>> Feeds()
    {
        Dictionary<string, List<Dictionary<string, string>>> feeds = new(StringComparer.Ordinal)
        {
            ["product"] = [.. Lines.Select(line => Row(("source_id", line), ("name", line), ("product_line", line)))],
            ["sales_order_line"] = [],
            ["quality_event"] = [],
            ["invoice"] = [],
            ["inventory_day"] = [],
            ["ticket"] = [],
            ["kpi_baseline"] =
            [
                Row(
                    ("source_id", "K1"), ("frozen_date", "2024-01-02"), ("period_start", "2023-01-01"), ("period_end", "2023-12-31"), ("measure", "rework_rate"), ("product_line", "new"),
                    ("cohort", "treated"), ("value", "0.11")),
                Row(
                    ("source_id", "K2"), ("frozen_date", "2024-01-02"), ("period_start", "2023-01-01"), ("period_end", "2023-12-31"), ("measure", "rework_rate"), ("cohort", "control"), ("value", "0.082")),
                Row(
                    ("source_id", "K3"), ("frozen_date", "2024-01-03"), ("period_start", "2023-01-01"), ("period_end", "2023-12-31"), ("measure", "rework_rate"), ("organisation_id", "one unit"),
                    ("cohort", "control"), ("value", "0.5")),
            ],
        };
        foreach (string line in Lines)
        {
            for (int month = 0; month < 24; month++)
            {
                Tell(feeds, line, month);
            }
        }

        return feeds;
    }

    private static void Tell(Dictionary<string, List<Dictionary<string, string>>> feeds, string line, int month)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{line}-{month}");
        string day = new DateOnly(2023, 1, 15).AddMonths(month).ToString("O", CultureInfo.InvariantCulture);
        bool isAfter = month >= 12;
        int size = line == "old" ? 2 : 1;
        feeds["sales_order_line"].Add(Row(
            ("source_id", id), ("order_id", id), ("line_number", "1"), ("ordered_date", day), ("product_id", line), ("quantity", "1"), ("net_amount", Text(1000 * size)), ("currency", "CNY")));
        feeds["quality_event"].Add(Row(("source_id", id), ("occurred_date", day), ("kind", "rework"), ("product_id", line), ("cost_amount", Text(Rework(line, month))), ("currency", "CNY")));
        feeds["invoice"].Add(Row(("source_id", id), ("invoice_date", day), ("customer_id", "C"), ("product_id", line), ("amount", Text(1000 * size)), ("cost_amount", Text(600 * size)), ("currency", "CNY")));
        feeds["inventory_day"].Add(Row(("source_id", id), ("day", day), ("product_id", line), ("warehouse", "main"), ("quantity", "1"), ("amount", Text(line == "new" && isAfter ? 900 : 1200 * size)), ("currency", "CNY")));
        feeds["ticket"].Add(Row(("source_id", id), ("created_date", day), ("product_id", line), ("resolved_date", day), ("status", "closed"), ("repair_minutes", line == "new" && isAfter ? "120" : "180")));
    }

    /// <summary>A level and a swing, which turns round in the second year.</summary>
    private static int Rework(string line, int month)
    {
        bool isAfter = month >= 12;
        int turn = isAfter ? -1 : 1;
        int swing = month % 2 == 0 ? 4 : -4;
        return line switch
        {
            "new" => (isAfter ? 50 : 100) + (turn * swing),
            "old" => (isAfter ? 140 : 160) + (turn * (month % 3 == 0 ? 6 : month % 3 == 1 ? -6 : 0)),
            "drift" => (month < 6 ? 100 : 160) + swing,
            _ => (isAfter ? 70 : 80) + (turn * 5 * swing),
        };
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Row(params (string Column, string Value)[] cells) => cells.ToDictionary(cell => cell.Column, cell => cell.Value, StringComparer.Ordinal);
}
