using System.Text.Json;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Golden;

/// <summary>The published facts of the CRM files, and their known dirt.</summary>
public sealed class CrmFacts(CrmFolder loaded) : IClassFixture<CrmFolder>
{
    [SharedDataFact]
    public async Task Deals_won_and_lost_are_the_published_ones()
    {
        JsonElement total = (await loaded.Server.AskAsync(loaded.Question)).GetProperty("opportunities").GetProperty("total");

        Assert.Equal(4_238, total.GetProperty("wonCount").GetInt64());
        Assert.Equal(10_005_534m, total.GetProperty("wonAmount").GetDecimal());
        Assert.Equal(2_473, total.GetProperty("lostCount").GetInt64());
        Assert.Equal(4_238.0 / (4_238 + 2_473), total.GetProperty("winRate").GetDouble(), 12);
    }

    [SharedDataFact]
    public async Task The_misspelt_product_lands_on_its_master()
    {
        JsonElement data = await loaded.Server.AskAsync(
            """{ opportunities(period: { from: "2010-01-01", to: "2020-12-31" }) { byProduct { product wonCount } } }""");
        string?[] products = [.. data.GetProperty("opportunities").GetProperty("byProduct").EnumerateArray().Select(row => row.GetProperty("product").GetString())];

        Assert.Contains("GTX Pro", products);
        Assert.DoesNotContain("GTXPro", products);
        Assert.Equal(7, products.Length);
    }

    [SharedDataFact]
    public async Task Steps_that_the_CRM_knows_nothing_of_are_not_connected()
    {
        JsonElement answer = await loaded.Server.AnswerAsync(
            """{ leadToCash(period: { from: "2016-01-01", to: "2017-12-31" }) { total { leads opportunities wonCount orders deliveredAmount receivedAmount } } }""");
        IEnumerable<string> notes = answer.GetProperty("extensions").GetProperty("unavailable").EnumerateArray()
            .Select(note => $"{note.GetProperty("measure")} {note.GetProperty("code")} {note.GetProperty("source")}");

        Assert.Equal(
            ["leads not-connected fact_lead", "orders not-connected fact_sales_order_line", "deliveredAmount not-connected fact_delivery", "receivedAmount not-connected fact_receipt"],
            notes);
        Assert.Equal(4_238, answer.GetProperty("data").GetProperty("leadToCash").GetProperty("total").GetProperty("wonCount").GetInt64());
    }

    [SharedDataTheory]
    [InlineData("1,480")]
    [InlineData("1,425")]
    public void The_report_counts_each_kind_of_known_dirt(string rows) => Assert.Contains(rows, loaded.Report, StringComparison.Ordinal);
}
