using System.Text.Json;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Golden;

/// <summary>The published facts of the help desk.</summary>
public sealed class HelpdeskFacts(HelpdeskFolder loaded) : IClassFixture<HelpdeskFolder>
{
    [SharedDataFact]
    public async Task Cases_and_their_median_are_the_published_ones()
    {
        JsonElement total = (await loaded.Server.AskAsync(loaded.Question)).GetProperty("tickets").GetProperty("total");

        Assert.Equal(4_580, total.GetProperty("tickets").GetInt64());
        Assert.InRange(total.GetProperty("resolutionDays").GetDouble(), 39.0, 41.0);
    }
}
