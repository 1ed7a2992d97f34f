using System.Globalization;
using ProdSales.SemanticsTests.ByHand;

namespace ProdSales.SemanticsTests.Crossing;

/// <summary>
/// Two lines over 24 months in which the seller's forecast is off by a share that differs from month to month. Line A falls short of its plan by the same share
/// one month later; line B reaches its plan by chance.
/// </summary>
public sealed class PlannedCompany() : LoadedCompany(Feeds())
{
    private static Dictionary<string, List<Dictionary<string, string>>> Feeds()
    {
        Random dice = new(5);
        List<Dictionary<string, string>> products = [];
        List<Dictionary<string, string>> forecasts = [];
        List<Dictionary<string, string>> sales = [];
        List<Dictionary<string, string>> plans = [];
        foreach (string line in new[] { "A", "B" })
        {
            products.Add(Row($"P{line}", ("name", line), ("product_line", line)));
            int before = 0;
            for (int number = 0; number < 24; number++)
            {
                DateOnly month = new DateOnly(2023, 1, 1).AddMonths(number);
                string id = $"{line}{number}";
                int error = dice.Next(0, 60);
                int reached = line == "A" ? 100 - before : dice.Next(40, 101);
                forecasts.Add(Row(id, ("origin_date", Day(month.AddMonths(-1))), ("period_start", Day(month)), ("period_end", Day(month.AddMonths(1).AddDays(-1))),
                    ("method", "sales"), ("measure", "revenue"), ("product_line", line), ("amount", Text(100 + error)), ("currency", "CNY")));
                sales.Add(Row(id, ("ordered_date", Day(month)), ("order_id", id), ("product_id", $"P{line}"), ("quantity", "1"), ("net_amount", "100"), ("currency", "CNY")));
                plans.Add(Row(id, ("period_start", Day(month)), ("period_end", Day(month.AddMonths(1).AddDays(-1))), ("plan_version", "1"), ("product_id", $"P{line}"),
                    ("planned_quantity", "100"), ("actual_quantity", Text(reached))));
                before = error;
            }
        }

        return new(StringComparer.Ordinal) { ["product"] = products, ["forecast"] = forecasts, ["sales_order_line"] = sales, ["production_plan"] = plans };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Row(string id, params ReadOnlySpan<(string Column, string Value)> cells)
    {
        Dictionary<string, string> row = new(StringComparer.Ordinal) { ["source_id"] = id };
        foreach ((string column, string value) in cells)
        {
            row.Add(column, value);
        }

        return row;
    }
}
