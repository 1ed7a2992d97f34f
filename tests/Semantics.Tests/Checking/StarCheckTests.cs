using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Checking;

/// <summary>A model that names what the star lacks is told so before any question is asked.</summary>
public sealed class StarCheckTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    private const string Changes = """
        subject: mine
        label: { zh-CN: 我, en: Mine }
        description: { zh-CN: 我, en: Mine. }
        facts: [{ name: changes, table: fact_order_change, time: changed_date, dimensions: { region: region_key } }]
        measures:
          - { name: changed, label: { zh-CN: 变, en: Changed }, description: { zh-CN: 变, en: Changed. }, unit: money, good: none, formula: sum(abs(net_amount)) }
        """;

    [Fact]
    public void The_shipped_model_fits_the_shipped_star() => Assert.Empty(StarCheck.Defects(ModelReader.Shipped, plant.Connection));

    [Theory]
    [InlineData("formula: sum(net_amount)", "formula: sum(net_amuont)", "Sales/sales.yaml:29: \"net_amuont\" is no column of sales_order_line; did you mean \"net_amount\". (unknown-column)")]
    [InlineData("time: ordered_date", "time: order_date", "Sales/sales.yaml:7: \"order_date\" is no column of sales_order_line; did you mean \"ordered_date\". (unknown-column)")]
    [InlineData("channel: channel", "channel: chanel", "Sales/sales.yaml:7: \"chanel\" is no column of sales_order_line; did you mean \"channel\". (unknown-column)")]
    [InlineData("list: list_amount, discount", "list: list_amuont, discount", "Sales/sales.yaml:92: \"list_amuont\" is no column of sales_order_line; did you mean \"list_amount\". (unknown-column)")]
    public void A_column_that_is_not_there_is_named_with_its_line_and_the_nearest_one(string text, string typo, string expected)
    {
        IEnumerable<ModelFile> files = ModelFile.Shipped
            .Select(file => file.Name == "Sales/sales.yaml" ? file with { Text = file.Text.Replace(text, typo, StringComparison.Ordinal) } : file);

        Assert.Contains(expected, StarCheck.Defects(ModelReader.Compile(files).Model, plant.Connection).Select(defect => defect.ToString()));
    }

    [Theory]
    [InlineData("fact_sales_order_line.net_amuont", "mine/roles.yaml:2: \"net_amuont\", which role \"blind\" masks, is no column of fact_sales_order_line; did you mean \"net_amount\". (unknown-column)")]
    [InlineData("fact_sales_order_line.net_amount", "mine/roles.yaml:2: Role \"blind\" masks fact_sales_order_line.net_amount, which mine.changed tells through the view fact_order_change; mask fact_order_change.net_amount as well. (mask-told-by-view)")]
    [InlineData("fact_sales_order_line.net_amount, fact_order_change.net_amount", null)]
    [InlineData("fact_sales_order_line.cost_amount", null)]
    public void A_masked_column_is_there_and_is_not_told_through_a_view(string columns, string? expected)
    {
        ModelFile roles = new("roles.yaml", $"roles:\n  - {{ name: blind, label: {{ zh-CN: 盲, en: Blind }}, masks: {{ columns: [{columns}] }} }}") { Folder = "mine" };

        Assert.Equal(expected is null ? [] : [expected], StarCheck.Defects(ModelReader.Compile([.. ModelFile.Shipped, roles, new ModelFile("changes.yaml", Changes) { Folder = "mine" }]).Model, plant.Connection).Select(defect => defect.ToString()));
    }

    [Fact]
    public void A_table_that_is_not_there_is_named()
    {
        IEnumerable<ModelFile> files = ModelFile.Shipped
            .Select(file => file with { Text = file.Text.Replace("table: fact_ticket", "table: fact_tickets", StringComparison.Ordinal) });

        Assert.Contains(StarCheck.Defects(ModelReader.Compile(files).Model, plant.Connection), defect => defect is { Code: "unknown-table", Place.File: "Tickets/tickets.yaml" });
    }
}
