using System.Text.Json.Nodes;

namespace ProdSales.SchemaTests.Answers;

/// <summary>A source that was never loaded reads "not connected", which is neither no data nor 0, measure by measure.</summary>
public sealed class NotConnectedTests
{
    private const string Span = "period: { from: \"2024-01-01\", to: \"2025-12-31\" }";

    [Fact]
    public void A_step_whose_fact_was_never_loaded_is_told_apart_from_one_without_data_in_the_period()
    {
        using ServedPlant plant = new("DELETE FROM fact_lead; DELETE FROM fact_receipt");

        JsonNode answer = plant.Ask($$"""{ leadToCash({{Span}}) { isConnected total { leads orders receivedAmount } } }""");
        JsonNode before = plant.Ask("""{ leadToCash(period: { from: "2001-01-01", to: "2001-12-31" }) { total { leads orders } } }""");

        Assert.True(answer["data"]!["leadToCash"]!["isConnected"]!.GetValue<bool>());
        Assert.Null(answer["data"]!["leadToCash"]!["total"]!["leads"]);
        Assert.Equal(["leads not-connected fact_lead", "receivedAmount not-connected fact_receipt"], Notes(answer));
        Assert.Equal(["leads not-connected fact_lead", "orders no-data "], Notes(before));
    }

    [Fact]
    public void A_ratio_needs_every_source_of_its_parts()
    {
        using ServedPlant plant = new("DELETE FROM fact_receipt");

        JsonNode answer = plant.Ask($$"""{ cash({{Span}}) { isConnected total { invoicedAmount collectionRatio compare(to: PREVIOUS_PERIOD) { collectionRatio } } } }""");

        Assert.NotNull(answer["data"]!["cash"]!["total"]!["invoicedAmount"]);
        Assert.Null(answer["data"]!["cash"]!["total"]!["collectionRatio"]);
        Assert.Equal(["collectionRatio not-connected fact_receipt"], Notes(answer));
    }

    [Fact]
    public void What_was_sold_against_a_target_is_not_0_while_no_order_was_ever_loaded()
    {
        using ServedPlant plant = new("DELETE FROM fact_sales_order_line");

        JsonNode answer = plant.Ask($$"""{ quota({{Span}}) { isConnected total { targetAmount actualAmount attainment } } }""");

        Assert.True(answer["data"]!["quota"]!["isConnected"]!.GetValue<bool>());
        Assert.NotNull(answer["data"]!["quota"]!["total"]!["targetAmount"]);
        Assert.Equal(["actualAmount not-connected fact_sales_order_line", "attainment not-connected fact_sales_order_line"], Notes(answer));
    }

    [Fact]
    public void Promised_lines_are_due_but_not_late_while_no_delivery_was_ever_loaded()
    {
        using ServedPlant plant = new("DELETE FROM fact_delivery");

        JsonNode answer = plant.Ask($$"""{ delivery({{Span}}, asOf: "2026-01-01") { isConnected total { dueLines lateLines } byRegion { dueLines otdRate } } }""");

        Assert.True(answer["data"]!["delivery"]!["isConnected"]!.GetValue<bool>());
        Assert.True(answer["data"]!["delivery"]!["total"]!["dueLines"]!.GetValue<long>() > 0);
        Assert.Equal(["lateLines not-connected fact_delivery", "otdRate not-connected fact_delivery"], Notes(answer));
    }

    [Fact]
    public void A_source_that_comes_later_is_connected_from_then_on()
    {
        using ServedPlant plant = new("CREATE TABLE kept AS FROM fact_lead; DELETE FROM fact_lead");
        string question = $$"""{ leadToCash({{Span}}) { total { leads } } }""";
        string[] first = Notes(plant.Ask(question));

        plant.Change("INSERT INTO fact_lead BY NAME FROM kept");

        Assert.Single(first);
        Assert.Empty(Notes(plant.Ask(question)));
        Assert.Contains("\"leads\":", plant.Data(question), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plant_with_every_source_has_nothing_that_is_not_connected()
    {
        using ServedPlant plant = new();

        Assert.DoesNotContain("not-connected", string.Join(',', Notes(plant.Ask($$"""{ leadToCash({{Span}}) { total { leads orders } } customerHealth({{Span}}) { total { score csatMean overdueAmount } } }"""))), StringComparison.Ordinal);
    }

    private static string[] Notes(JsonNode answer) =>
        [.. (answer["extensions"]?["unavailable"]?.AsArray() ?? []).Select(note => $"{note!["measure"]} {note["code"]} {note["source"]}")];
}
