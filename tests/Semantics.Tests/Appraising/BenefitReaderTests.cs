using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Appraising;

/// <summary>Benefits and rates of users stand beside the product's, and are told everything that is wrong with them at once.</summary>
public sealed class BenefitReaderTests
{
    private const string Mine =
        """
        rates:
          - { name: visit_cost, label: { zh-CN: 上门单价, en: Cost of a visit }, unit: money }
        benefits:
          - name: fewer_visits
            label: { zh-CN: 上门, en: Fewer visits }
            description: { zh-CN: 上门, en: Fewer visits. }
            measure: tickets.first_time_fix_rate
            by: [product_line, region]
            worth: [tickets.repairs, visit_cost, hour_cost]
        """;

    [Fact]
    public void A_benefit_of_users_may_need_rates_of_the_product_and_of_their_own()
    {
        SemanticModel model = Compile(Mine).Model;
        Benefit found = model.Benefits.Single(benefit => benefit.Name == "fewer_visits");

        Assert.Equal(["visit_cost", "hour_cost"], found.Rates.Select(rate => rate.Name));
        Assert.Equal(["tickets.repairs"], found.Worth.Select(measure => measure.QualifiedName));
        Assert.Contains("fact_ticket", found.Sources);
        Assert.Equal(ModelReader.Shipped.Benefits.Count + 1, model.Benefits.Count);
    }

    [Theory]
    [InlineData("name: fewer_visits", "name: less_stock", "mine/a.yaml:4: Benefit \"less_stock\" is defined twice. (name-taken)")]
    [InlineData("name: visit_cost,", "name: hour_cost,", "mine/a.yaml:2: Rate \"hour_cost\" is defined twice. (name-taken)")]
    [InlineData("tickets.first_time_fix_rate", "tickets.nothing", "mine/a.yaml:7: \"tickets.nothing\" is no measure")]
    [InlineData("tickets.first_time_fix_rate", "leads.leads", "leads.leads cannot be cut by product_line. (dimension-not-reached)")]
    [InlineData("[product_line, region]", "[]", "\"by\" must name at least one dimension. (missing-key)")]
    [InlineData("[product_line, region]", "[planet]", "\"planet\" is no dimension")]
    [InlineData("visit_cost, hour_cost]", "mile_cost]", "\"mile_cost\" is no rate; there are")]
    [InlineData("tickets.first_time_fix_rate", "inventory.parts_cost", "inventory.parts_cost has no good direction, so a change of it is no benefit; use a measure whose \"good\" is up or down. (neither-way-is-good)")]
    [InlineData("unit: money", "unit: euro", "unit")]
    public void What_is_wrong_is_told_with_its_line(string written, string instead, string told)
    {
        string[] defects = [.. Compile(Mine.Replace(written, instead, StringComparison.Ordinal)).Defects.Select(defect => defect.ToString())];

        Assert.Contains(defects, defect => defect.Contains(told, StringComparison.Ordinal));
    }

    private static ModelCompilation Compile(string text) => ModelReader.Compile([.. ModelFile.Shipped, new ModelFile("a.yaml", text) { Folder = "mine" }]);
}
