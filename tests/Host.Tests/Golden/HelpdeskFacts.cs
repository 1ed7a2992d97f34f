using System.Text.Json;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Golden;

/// <summary>The published facts of the help desk.</summary>
public sealed class HelpdeskFacts(HelpdeskFolder loaded) : IClassFixture<HelpdeskFolder>
{
    [SharedDataFact]
    public async Task Cases_are_the_published_4580_of_which_3_were_cancelled()
    {
        JsonElement total = (await loaded.Server.AskAsync(loaded.Question)).GetProperty("tickets").GetProperty("total");

        Assert.Contains("4,580", loaded.Report, StringComparison.Ordinal);
        Assert.Equal(4_580 - 3, total.GetProperty("tickets").GetInt64());
    }
}
