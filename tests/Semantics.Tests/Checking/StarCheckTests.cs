using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Checking;

/// <summary>A model that names what the star lacks is told so before any question is asked.</summary>
public sealed class StarCheckTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    [Fact]
    public void The_shipped_model_fits_the_shipped_star() => Assert.Empty(StarCheck.Defects(ModelReader.Shipped, plant.Connection));

    [Theory]
    [InlineData("formula: sum(net_amount)", "formula: sum(net_amuont)", "Sales/sales.yaml:28: \"net_amuont\" is no column of sales_order_line; did you mean \"net_amount\". (unknown-column)")]
    [InlineData("time: ordered_date", "time: order_date", "Sales/sales.yaml:7: \"order_date\" is no column of sales_order_line; did you mean \"ordered_date\". (unknown-column)")]
    [InlineData("channel: channel", "channel: chanel", "Sales/sales.yaml:7: \"chanel\" is no column of sales_order_line; did you mean \"channel\". (unknown-column)")]
    [InlineData("list: list_amount, net", "list: list_amuont, net", "Sales/sales.yaml:91: \"list_amuont\" is no column of sales_order_line; did you mean \"list_amount\". (unknown-column)")]
    public void A_column_that_is_not_there_is_named_with_its_line_and_the_nearest_one(string text, string typo, string expected)
    {
        IEnumerable<ModelFile> files = ModelFile.Shipped
            .Select(file => file.Name == "Sales/sales.yaml" ? file with { Text = file.Text.Replace(text, typo, StringComparison.Ordinal) } : file);

        Assert.Contains(expected, StarCheck.Defects(ModelReader.Compile(files).Model, plant.Connection).Select(defect => defect.ToString()));
    }

    [Fact]
    public void A_table_that_is_not_there_is_named()
    {
        IEnumerable<ModelFile> files = ModelFile.Shipped
            .Select(file => file with { Text = file.Text.Replace("table: fact_ticket", "table: fact_tickets", StringComparison.Ordinal) });

        Assert.Contains(StarCheck.Defects(ModelReader.Compile(files).Model, plant.Connection), defect => defect is { Code: "unknown-table", Place.File: "Tickets/tickets.yaml" });
    }
}
