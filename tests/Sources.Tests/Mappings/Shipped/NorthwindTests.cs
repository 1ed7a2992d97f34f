using ProdSales.Sources.Mappings;
using ProdSales.Support;

namespace ProdSales.Sources.Tests.Mappings.Shipped;

/// <summary>The small trade database out of its SQL script, with its true lateness.</summary>
public sealed class NorthwindTests : IDisposable
{
    private readonly MappingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [SharedDataFact]
    public void Orders_amounts_and_late_shipments_are_the_known_ones()
    {
        PreparedMapping mapping = _room.Shipped("northwind", Path.Combine(Repository.SharedData!, "northwind"));

        Assert.Equal(0, mapping.DryRun().BadRows);
        Assert.Equal(
            ["830|2155|1265793.04|1354458.59"],
            _room.Rows($"""
                SELECT count(DISTINCT order_id), count(*), round(sum(net_amount), 2), round(sum(list_amount), 2)
                FROM ({MappingRoom.Feed(mapping, "sales_order_line").Sql})
                """));
        Assert.Equal(
            ["37|809"],
            _room.Rows($"""
                SELECT count(DISTINCT d.order_id) FILTER (WHERE d.delivered_date > s.first_commit_date), count(DISTINCT d.order_id)
                FROM ({MappingRoom.Feed(mapping, "delivery").Sql}) AS d
                JOIN ({MappingRoom.Feed(mapping, "schedule_line").Sql}) AS s ON s.source_id = d.schedule_line_id
                """));
        Assert.Equal(
            ["employee 9", "customer 91", "product 77", "supplier 29"],
            mapping.DryRun().Entries.Take(4).Select(entry => $"{entry.Feed} {entry.Rows}"));
    }
}
