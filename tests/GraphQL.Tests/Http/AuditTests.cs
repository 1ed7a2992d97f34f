using System.Text.Json;
using ProdSales.GraphQL.Tests.Reference;

namespace ProdSales.GraphQL.Tests.Http;

public sealed class AuditTests
{
    [OracleFact]
    public async Task All_audits_of_graphql_over_http_are_ok()
    {
        await using TestServer server = await TestServer.StartAsync();

        string output = await NodeOracle.RunAsync("audits.mjs", server.Address.ToString());

        JsonElement[] audits = [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
        Assert.Equal(61, audits.Length);
        Assert.Empty(audits.Where(audit => audit.GetProperty("status").GetString() != "ok").Select(audit => audit.ToString()));
    }
}
