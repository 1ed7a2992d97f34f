using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.GraphQL.Tests.Reference;
using ProdSales.GraphQL.Types.Building;

namespace ProdSales.GraphQL.Tests.Http;

/// <summary>When another schema takes the place of the one that answers, subscribers are sent off in a way that brings their clients back to the new one.</summary>
public sealed class SupersededTests
{
    [OracleFact]
    public async Task Subscribers_come_back_by_themselves_to_what_takes_the_place_of_what_answered_them()
    {
        using CancellationTokenSource superseded = new();
        GraphQLHttpHandler current = Handler(1, superseded.Token);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication application = builder.Build();
        application.UseWebSockets();
        application.MapGraphQL("/graphql", _ => Volatile.Read(ref current));
        application.MapPost("/supersede", async () =>
        {
            Volatile.Write(ref current, Handler(2, CancellationToken.None));
            await superseded.CancelAsync();
            return TypedResults.NoContent();
        });
        await application.StartAsync();

        string output = await NodeOracle.RunAsync("superseded.mjs", $"{application.Urls.First()}/graphql");

        JsonElement[] results = [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
        Assert.Empty(results.Where(result => !result.GetProperty("ok").GetBoolean()).Select(result => result.ToString()));
        Assert.Equal(4, results.Length);
    }

    private static GraphQLHttpHandler Handler(int version, CancellationToken superseded)
    {
        SchemaBuilder schema = new SchemaBuilder().AddSdl("type Query { version: Int } type Subscription { version: Int }");
        schema.Object("Subscription").Field("version").Resolve(_ => version);
        GraphQLEngine engine = new(schema.Build());
        return new GraphQLHttpHandler(engine, new GraphQLHttpOptions { Live = new TickingAnswers(engine), Superseded = superseded });
    }
}
