using ProdSales.Sources.Mappings;
using ProdSales.Sources.Mappings.Reports;
using ProdSales.Support;

namespace ProdSales.Sources.Tests.Mappings.Shipped;

/// <summary>The CRM's pipeline with its known dirt: counted, corrected where the mapping says so, and otherwise kept.</summary>
public sealed class CrmTests : IDisposable
{
    private readonly MappingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [SharedDataFact]
    public void Deals_by_stage_and_the_amount_won_are_the_published_ones()
    {
        PreparedMapping mapping = Prepared();

        Assert.Equal(
            ["engaging|open|1589|~", "lost|lost|2473|~", "prospecting|open|500|~", "won|won|4238|10005534.0000"],
            _room.Rows($"SELECT stage_id, outcome, count(*), sum(amount) FROM ({MappingRoom.Feed(mapping, "opportunity").Sql}) GROUP BY ALL ORDER BY 1"));
        Assert.Equal(
            ["engaging|advance|8300", "lost|lost|2473", "prospecting|enter|8800", "won|won|4238"],
            _room.Rows($"SELECT to_stage_id, kind, count(*) FROM ({MappingRoom.Feed(mapping, "stage_event").Sql}) GROUP BY ALL ORDER BY 1"));
    }

    [SharedDataFact]
    public void The_report_counts_each_kind_of_dirt()
    {
        PreparedMapping mapping = Prepared();
        CheckReport report = mapping.DryRun();

        Assert.Equal(0, report.BadRows);
        Assert.Equal(
            [
                "account-missing 1425", "date-missing 500", "lost-with-value-zero 2473", "open-without-value 2089", "product_id-corrected 1480",
            ],
            report.Entries.Single(entry => entry.Feed is "opportunity").Dirt.Select(dirt => $"{dirt.Name} {dirt.Rows}"));
        Assert.Equal(
            ["country-corrected \"Philipines\" taken as \"Philippines\" 1", "industry-corrected \"technolgy\" taken as \"technology\" 12"],
            report.Entries.Single(entry => entry.Feed is "customer").Dirt.Select(dirt => $"{dirt.Name} {dirt.Meaning} {dirt.Rows}"));
        Assert.Equal(
            report.Entries.Where(entry => entry.Dirt.Count > 0).SelectMany(entry => entry.Dirt),
            mapping.CountDirt().SelectMany(entry => entry.Kinds));
    }

    [SharedDataFact]
    public void Every_product_and_seller_of_a_deal_is_in_its_master()
    {
        PreparedMapping mapping = Prepared();
        string deals = MappingRoom.Feed(mapping, "opportunity").Sql;

        Assert.Empty(_room.Rows($"SELECT DISTINCT product_id FROM ({deals}) WHERE product_id NOT IN (SELECT source_id FROM ({MappingRoom.Feed(mapping, "product").Sql}))"));
        Assert.Equal(["30|30"], _room.Rows($"""
            SELECT count(DISTINCT owner_id), count(DISTINCT owner_id) FILTER (WHERE owner_id IN (SELECT source_id FROM ({MappingRoom.Feed(mapping, "employee").Sql})))
            FROM ({deals})
            """));
        Assert.Equal(["35"], _room.Rows($"SELECT count(*) FROM ({MappingRoom.Feed(mapping, "employee").Sql})"));
    }

    private PreparedMapping Prepared() => _room.Shipped("crm-sales-opportunities", Path.Combine(Repository.SharedData!, "crm_sales_opportunities"));
}
