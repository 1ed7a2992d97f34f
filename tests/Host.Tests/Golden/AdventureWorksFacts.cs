using System.Text.Json;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Golden;

/// <summary>The published facts of AdventureWorks, measured by others with plain SQL over the original files.</summary>
public sealed class AdventureWorksFacts(AdventureWorksFolder loaded) : IClassFixture<AdventureWorksFolder>
{
    private const string Reseller = """where: { channel: { eq: "reseller" } }""";
    private static readonly string Years = AdventureWorksFolder.AllYears;

    [SharedDataFact]
    public async Task Reseller_revenue_and_margin_by_year_are_the_published_ones()
    {
        JsonElement sales = (await loaded.Server.AskAsync(loaded.Question)).GetProperty("sales");

        Assert.Equal(80_450_596.9823m, sales.GetProperty("total").GetProperty("revenue").GetDecimal());
        JsonElement[] years = [.. sales.GetProperty("overTime").EnumerateArray()];
        Assert.Equal(["2010-01-01", "2011-01-01", "2012-01-01", "2013-01-01"], years.Select(year => year.GetProperty("period").GetString()));
        Assert.Equal([489_328.58m, 18_192_802.71m, 28_193_631.53m, 33_574_834.16m], years.Select(year => Rounded(year, "revenue", 2)));
        Assert.Equal([0.0348m, 0.0016m, 0.0325m, -0.0146m], years.Select(year => Rounded(year, "grossMarginRate", 4)));
    }

    [SharedDataFact]
    public async Task The_command_line_answers_as_HTTP_does()
    {
        JsonElement http = await loaded.Server.AskAsync(loaded.Question);
        using JsonDocument line = JsonDocument.Parse(loaded.CommandLineAnswer);

        Assert.Equal(http.GetRawText(), line.RootElement.GetProperty("data").GetRawText());
    }

    [SharedDataFact]
    public async Task Why_the_margin_changed_in_2013_against_2012_is_told_by_parts_that_sum_exactly()
    {
        const string Periods = """period: { from: "2013-01-01", to: "2013-12-31" }, against: { from: "2012-01-01", to: "2012-12-31" }""";
        JsonElement data = await loaded.Server.AskAsync($$"""
            {
              sum: explain(measure: "sales.grossMargin", {{Periods}}) { change bridge { volume mix listPrice discount cost new dropped unquantified } attributions { members { contribution } } }
              rate: explain(measure: "sales.grossMarginRate", {{Periods}}) { before now change attributions { members { contribution mix rate } } }
              reseller: explain(measure: "sales.grossMarginRate", {{Periods}}, where: [{ dimension: CHANNEL, in: ["reseller"] }]) { before now }
            }
            """);

        foreach (JsonElement explanation in (JsonElement[])[data.GetProperty("sum"), data.GetProperty("rate")])
        {
            decimal change = explanation.GetProperty("change").GetDecimal();
            JsonElement[] attributions = [.. explanation.GetProperty("attributions").EnumerateArray()];
            Assert.True(attributions.Length > 5, $"{attributions.Length} dimensions");
            Assert.All(attributions, attribution => Assert.Equal(change, attribution.GetProperty("members").EnumerateArray().Sum(member => member.GetProperty("contribution").GetDecimal())));
        }

        Assert.Equal(
            data.GetProperty("sum").GetProperty("change").GetDecimal(),
            data.GetProperty("sum").GetProperty("bridge").EnumerateObject().Sum(step => step.Value.GetDecimal()));
        Assert.Equal(0.0325m, Rounded(data.GetProperty("reseller"), "before", 4));
        Assert.Equal(-0.0146m, Rounded(data.GetProperty("reseller"), "now", 4));
    }

    [SharedDataFact]
    public async Task Internet_revenue_is_the_published_one()
    {
        JsonElement data = await loaded.Server.AskAsync($$"""{ sales({{Years}}, where: { channel: { eq: "internet" } }) { total { revenue } } }""");

        Assert.Equal(29_358_677.2207m, data.GetProperty("sales").GetProperty("total").GetProperty("revenue").GetDecimal());
    }

    [SharedDataFact]
    public async Task The_four_regions_of_lowest_margin_are_the_published_ones()
    {
        JsonElement data = await loaded.Server.AskAsync(
            $$"""{ sales({{Years}}, {{Reseller}}) { byRegion(orderBy: { grossMarginRate: ASC }, first: 4) { region grossMarginRate } } }""");
        JsonElement[] regions = [.. data.GetProperty("sales").GetProperty("byRegion").EnumerateArray()];

        Assert.Equal(["Australia", "Germany", "France", "Southwest"], regions.Select(region => region.GetProperty("region").GetString()));
        Assert.Equal([-0.0682m, -0.0561m, -0.0081m, -0.0008m], regions.Select(region => Rounded(region, "grossMarginRate", 4)));
    }

    [SharedDataFact]
    public async Task Quota_is_joined_by_its_interval()
    {
        JsonElement data = await loaded.Server.AskAsync($$"""{ quota({{Years}}) { total { targetAmount wape } overTime(grain: DAY) { period attainment wape } } }""");
        JsonElement quota = data.GetProperty("quota");
        JsonElement[] periods = [.. quota.GetProperty("overTime").EnumerateArray().Where(day => day.GetProperty("wape").ValueKind is JsonValueKind.Number)];

        Assert.Equal(95_714_000m, quota.GetProperty("total").GetProperty("targetAmount").GetDecimal());
        Assert.Equal(0.1691m, Rounded(quota.GetProperty("total"), "wape", 4));
        Assert.Equal(
            [.1917m, .1342m, .1523m, .1946m, .1987m, .1864m, .1291m, .1623m, .2100m, .1641m, .1326m, .1374m],
            periods.Select(period => Rounded(period, "wape", 4)));
        Assert.All(periods, period => Assert.InRange(Rounded(period, "attainment", 2), 0.80m, 0.89m));
    }

    [SharedDataFact]
    public async Task Work_orders_are_late_and_scrapped_as_published()
    {
        JsonElement data = await loaded.Server.AskAsync(
            $$"""{ workOrders({{Years}}) { total { workOrders onTimeWorkOrders onTimeRate orderedQuantity goodQuantity scrappedQuantity } } }""");
        JsonElement total = data.GetProperty("workOrders").GetProperty("total");

        Assert.Equal(72_591, total.GetProperty("workOrders").GetInt64());
        Assert.Equal(49_801, total.GetProperty("onTimeWorkOrders").GetInt64());
        Assert.Equal(0.686m, Rounded(total, "onTimeRate", 3));
        Assert.Equal(4_507_721m, total.GetProperty("orderedQuantity").GetDecimal());
        Assert.Equal(4_497_070m, total.GetProperty("goodQuantity").GetDecimal());
        Assert.Equal(10_651m, total.GetProperty("scrappedQuantity").GetDecimal());
    }

    [SharedDataFact]
    public async Task Routing_hours_by_work_centre_are_the_published_ones()
    {
        JsonElement data = await loaded.Server.AskAsync($$"""{ operations({{Years}}) { total { routingHours } byWorkCentre { workCentreId routingHours actualCost } } }""");
        JsonElement operations = data.GetProperty("operations");
        Dictionary<string, decimal> hours = operations.GetProperty("byWorkCentre").EnumerateArray()
            .ToDictionary(centre => centre.GetProperty("workCentreId").GetString()!, centre => Rounded(centre, "routingHours", 1));

        Assert.Equal(228_962.2m, Rounded(operations.GetProperty("total"), "routingHours", 1));
        Assert.Equal(39_224.7m, hours["10"]);
        Assert.Equal(20_730.5m, hours["20"]);
        Assert.Equal(1_490m, hours["30"]);
        Assert.Equal(1_632m, hours["40"]);
        Assert.Equal(1_348m, hours["45"]);
        Assert.Equal(90_321m, hours["50"]);
        Assert.Equal(74_216m, hours["60"]);
        JsonElement frame = operations.GetProperty("byWorkCentre").EnumerateArray().Single(centre => centre.GetProperty("workCentreId").GetString() == "10");
        Assert.Equal(882_555.75m, frame.GetProperty("actualCost").GetDecimal());
    }

    [SharedDataFact]
    public async Task Steps_that_the_ERP_knows_nothing_of_are_not_connected_and_the_others_have_numbers()
    {
        JsonElement answer = await loaded.Server.AnswerAsync(
            $$"""{ leadToCash({{Years}}) { total { leads opportunityAmount wonCount orders deliveredAmount invoicedAmount } } surveys({{Years}}) { isConnected } }""");
        IEnumerable<string> notes = answer.GetProperty("extensions").GetProperty("unavailable").EnumerateArray()
            .Select(note => $"{note.GetProperty("measure")} {note.GetProperty("code")} {note.GetProperty("source")}");
        JsonElement total = answer.GetProperty("data").GetProperty("leadToCash").GetProperty("total");

        Assert.Equal(
            [
                "leads not-connected fact_lead", "opportunityAmount not-connected fact_opportunity",
                "wonCount not-connected fact_opportunity", "invoicedAmount not-connected fact_invoice",
            ],
            notes);
        Assert.True(total.GetProperty("orders").GetInt64() > 0);
        Assert.True(total.GetProperty("deliveredAmount").GetDecimal() > 0);
        Assert.False(answer.GetProperty("data").GetProperty("surveys").GetProperty("isConnected").GetBoolean());
    }

    private static decimal Rounded(JsonElement row, string measure, int digits) =>
        Math.Round(row.GetProperty(measure).GetDecimal(), digits, MidpointRounding.AwayFromZero);
}
