using ProdSales.GraphQL.Http;
using ProdSales.Host.Speech;
using ProdSales.Warehouse;

namespace ProdSales.Host.Web;

/// <summary>The HTTP server: GraphQL, health, and the cockpit's files.</summary>
internal static class WebHost
{
    /// <summary>Builds the server; the caller starts and ends it, and owns the warehouse.</summary>
    /// <param name="warehouse">What is served.</param>
    /// <param name="url">Where to listen; port 0 takes a free one.</param>
    internal static WebApplication Build(WarehouseDatabase warehouse, string url)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(url);
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.AddHostedService(services => new Upkeep(warehouse, services.GetRequiredService<ILogger<Upkeep>>()));
        WebApplication app = builder.Build();
        app.UseResponseCompression();
        app.MapGraphQL("/graphql", ServedSchema.Engine(warehouse, TimeProvider.System), new GraphQLHttpOptions { State = LanguageOf });
        app.MapGet("/healthz", () => Results.Json(new { status = "ok", generation = warehouse.GenerationNumber }));
        if (CockpitFiles.Folder() is { } folder)
        {
            CockpitFiles.Map(app, folder);
        }

        return app;
    }

    private static object LanguageOf(HttpContext http) => ServedSchema.AnswerLanguageOf(LanguageChoice.OfRequest(http.Request));
}
