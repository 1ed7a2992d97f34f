using System.Globalization;
using ProdSales.SemanticsTests.Cases;
using ProdSales.SemanticsTests.SmallPlant;
using ProdSales.Warehouse.Reading;

namespace ProdSales.SemanticsTests.Forecasts;

/// <summary>What managers said is held against what their sellers sold, worked out by hand.</summary>
public sealed class ManagerForecastTests(ManagedCompany company) : IClassFixture<ManagedCompany>
{
    // Ma: 200 against 100 + 50 + 30 of his own. Mu: 60 against 80, and 10 of the seller who had come to him by then. Nobody answers for 20 of Su. Naive has Ma's 150 alone.
    [Fact]
    public void A_manager_answers_for_what_his_sellers_sold_while_they_were_his() => Holds(
        "sales",
        ["employee"],
        "Ma|200|180|0.1111|0.1111|0.0556",
        "Mu|60|90|0.3333|-0.3333|0.6667",
        "Su|0|20|1|-1|0");

    [Fact]
    public void A_team_answers_for_its_members() => Holds("sales", ["organisation"], "North|200|180|0.1111|0.1111|0.0556", "South|60|110|0.4545|-0.4545|0.5455");

    [Fact]
    public void A_forecast_of_the_whole_is_held_against_the_whole() => Holds("statistical", [], "250|290|0.1379|-0.1379|0.3448");

    // Naive: 150 against 180, and 110 that it knows nothing of.
    [Fact]
    public void An_override_is_judged_beside_what_it_overrides() => Holds("override", [], "190|290|0.4138|-0.3448|0.069");

    // Statistical: 100 against 110 and 100 against 90. The planner says 105 of the first and leaves the second.
    [Fact]
    public void What_an_override_leaves_alone_stays_as_it_was_forecast()
    {
        Assert.Equal(["200|200|0.1|0|-"], Answer(Case("statistical", [], Judged, "2025-02")));
        Assert.Equal(["205|200|0.075|0.025|-"], Answer(Case("override", [], Judged, "2025-02")));
    }

    [Fact]
    public void What_came_leads_down_to_the_deals_that_it_came_from()
    {
        MetricCase asked = Case("sales", ["employee", "opportunity"], ["actual_amount"]);

        Assert.Equal(["Ma|-|130", "Ma|D1|50", "Mu|-|90", "Su|-|20"], Answer(asked));
    }

    private void Holds(string method, List<string> by, params string[] expected) => Assert.Equal(expected, Answer(Case(method, by, Judged)));

    private static List<string> Judged => ["forecast_amount", "actual_amount", "wape", "bias", "forecast_value_added"];

    private static MetricCase Case(string method, List<string> by, List<string> measures, string month = "2025-01") => new()
    {
        Subject = "forecasts",
        By = by,
        Measures = measures,
        From = $"{month}-01",
        To = $"{month}-28",
        AsOf = "2025-07-01",
        Where = new() { ["forecast_method"] = method, ["forecast_lag"] = "1" },
    };

    private string[] Answer(MetricCase asked)
    {
        using ReaderLease lease = company.Database.Readers.Lease();
        return
        [
            .. ResultRows.OfCut(lease.Connection, asked.Query(), Math.Max(asked.By.Count - 1, 0), asked.Columns())
                .Select(row => string.Join('|', row.Select(Rounded))).Order(StringComparer.Ordinal),
        ];
    }

    private static string Rounded(string text) => text == "null" ? "-"
        : double.TryParse(text, CultureInfo.InvariantCulture, out double number) ? Math.Round(number, 4).ToString(CultureInfo.InvariantCulture) : text;
}
