using System.Text.Json;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Golden;

/// <summary>The published facts of Northwind.</summary>
public sealed class NorthwindFacts(NorthwindFolder loaded) : IClassFixture<NorthwindFolder>
{
    [SharedDataFact]
    public async Task Orders_and_lines_are_complete()
    {
        JsonElement total = (await loaded.Server.AskAsync(loaded.Question)).GetProperty("sales").GetProperty("total");

        Assert.Equal(830, total.GetProperty("orders").GetInt64());
        Assert.Equal(2_155, total.GetProperty("orderLines").GetInt64());
    }
}
