using System.Text.Json;
using ProdSales.Host.Tests.Exports;

namespace ProdSales.Host.Tests.Clients;

/// <summary>A client that others wrote does everything that it does elsewhere with the served product.</summary>
public sealed class UrqlTests(ExportServer server) : IClassFixture<ExportServer>
{
    [NodeJourneyFact]
    public async Task Urql_queries_fails_mutates_pages_reads_parts_and_subscribes()
    {
        using NodeJourney journey = new("urql.mjs", $"{server.Address}/graphql");
        string? line = await journey.LineAsync();
        if (line == "subscribed")
        {
            const string One = "INSERT INTO fact_sales_order_line BY NAME SELECT * REPLACE (source_id || 'x' AS source_id, DATE '2025-03-03' AS ordered_date) FROM fact_sales_order_line WHERE is_cancelled IS NOT TRUE LIMIT 1";
            server.Warehouse.Writer.Write(transaction =>
            {
                transaction.Connection.Execute(One);
                transaction.Touch("fact_sales_order_line");
            });
            line = await journey.LineAsync();
        }

        JsonElement[] results = [.. JsonDocument.Parse(line!).RootElement.EnumerateArray()];
        Assert.Empty(results.Where(result => !result.GetProperty("ok").GetBoolean()).Select(result => result.ToString()));
        Assert.Equal(8, results.Length);
    }
}
