using ProdSales.Sources.Mappings;
using ProdSales.Support;

namespace ProdSales.Sources.Tests.Mappings.Shipped;

/// <summary>The help desk's event log as tickets.</summary>
public sealed class HelpdeskTests : IDisposable
{
    private readonly MappingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [SharedDataFact]
    public void Cases_customers_and_durations_are_the_known_ones()
    {
        PreparedMapping mapping = _room.Shipped("helpdesk", Path.Combine(Repository.SharedData!, "helpdesk"));
        string tickets = MappingRoom.Feed(mapping, "ticket").Sql;

        Assert.Equal(0, mapping.DryRun().BadRows);
        Assert.Equal(
            ["4580|397|21"],
            _room.Rows($"""
                SELECT (SELECT count(*) FROM ({tickets})), (SELECT count(*) FROM ({MappingRoom.Feed(mapping, "customer").Sql})),
                       (SELECT count(*) FROM ({MappingRoom.Feed(mapping, "product").Sql}))
                """));
        Assert.Equal(
            ["39.9|53.0"],
            _room.Rows($"""
                SELECT printf('%.1f|%.1f', quantile_cont(days, 0.5), quantile_cont(days, 0.9))
                FROM (SELECT (epoch(closed_at) - epoch(created_at)) / 86400 AS days FROM ({tickets}))
                """));
        Assert.Equal(
            ["0"],
            _room.Rows($"SELECT count(*) FROM ({tickets}) WHERE first_response_at < created_at OR resolved_at < created_at OR closed_at < created_at"));
    }
}
