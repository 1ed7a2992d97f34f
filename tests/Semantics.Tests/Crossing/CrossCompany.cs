using System.Globalization;
using ProdSales.SemanticsTests.ByHand;

namespace ProdSales.SemanticsTests.Crossing;

/// <summary>
/// Thirty products with their machines, answers and tickets. In 2024 satisfaction falls where machines fail; in 2023 it has nothing to do with it;
/// in 2022 both follow from tickets that were answered late, and from nothing else.
/// </summary>
public sealed class CrossCompany() : LoadedCompany(Feeds())
{
    internal const int Products = 30;

    private static Dictionary<string, List<Dictionary<string, string>>> Feeds()
    {
        Random dice = new(11);
        Dictionary<string, List<Dictionary<string, string>>> feeds = new(StringComparer.Ordinal)
        {
            ["product"] = [],
            ["device"] = [],
            ["device_month"] = [],
            ["survey"] = [],
            ["ticket"] = [],
        };
        for (int product = 0; product < Products; product++)
        {
            feeds["product"].Add(Row(("source_id", $"P{product}"), ("name", $"product {product:00}"), ("product_line", product % 2 == 0 ? "even" : "odd")));
            feeds["device"].Add(Row(("source_id", $"D{product}"), ("name", $"D{product}"), ("product_id", $"P{product}"), ("lot", $"lot {product % 10}")));
            foreach (int year in new[] { 2022, 2023, 2024 })
            {
                int late = dice.Next(0, 9);
                int failures = year == 2022 ? late + dice.Next(0, 2) : dice.Next(0, 10);
                int content = year switch { 2022 => 9 - late + dice.Next(0, 2), 2023 => dice.Next(0, 11), _ => 10 - failures };
                Tell(feeds, product, year, (failures, content, late));
            }
        }

        return feeds;
    }

    private static void Tell(Dictionary<string, List<Dictionary<string, string>>> feeds, int product, int year, (int Failures, int Content, int Late) said)
    {
        for (int number = 0; number < 10; number++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"{product}-{year}-{number}");
            feeds["device_month"].Add(Row(
                ("source_id", id), ("month", $"{year}-{number + 1:00}-01"), ("device_id", $"D{product}"), ("product_id", $"P{product}"), ("operating_hours", "100"), ("failures", number < said.Failures ? "1" : "0")));
            feeds["survey"].Add(Row(("source_id", id), ("answered_date", $"{year}-06-01"), ("product_id", $"P{product}"), ("device_id", $"D{product}"), ("csat", number < said.Content ? "5" : "2")));
            feeds["ticket"].Add(Row(
                ("source_id", id), ("created_date", $"{year}-05-01"), ("created_at", $"{year}-05-01 08:00:00"), ("product_id", $"P{product}"), ("device_id", $"D{product}"), ("status", "closed"),
                ("response_due_at", $"{year}-05-01 09:00:00"), ("first_response_at", number < said.Late ? $"{year}-05-01 10:00:00" : $"{year}-05-01 08:30:00")));
        }
    }

    private static Dictionary<string, string> Row(params ReadOnlySpan<(string Column, string Value)> cells)
    {
        Dictionary<string, string> row = new(StringComparer.Ordinal);
        foreach ((string column, string value) in cells)
        {
            row.Add(column, value);
        }

        return row;
    }
}
