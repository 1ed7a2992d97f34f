using Microsoft.Net.Http.Headers;
using ProdSales.GraphQL.Execution;
using ProdSales.GraphQL.Http;
using ProdSales.Host.Security;
using ProdSales.Host.Speech;
using ProdSales.Schema;
using ProdSales.Semantics;
using ProdSales.Warehouse;

namespace ProdSales.Host.Web;

/// <summary>The HTTP server: GraphQL, health, and the cockpit's files.</summary>
internal static class WebHost
{
    /// <summary>Builds the server; the caller starts and ends it, and owns the warehouse.</summary>
    /// <param name="warehouse">What is served.</param>
    /// <param name="url">Where to listen; port 0 takes a free one.</param>
    /// <param name="principalHeader">The header that says who asks, set by something in front of the server; null lets everybody see everything.</param>
    internal static WebApplication Build(WarehouseDatabase warehouse, string url, string? principalHeader = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(url);
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.AddHostedService(services => new Upkeep(warehouse, services.GetRequiredService<ILogger<Upkeep>>()));
        WebApplication app = builder.Build();
        app.UseResponseCompression();
        if (principalHeader is not null)
        {
            TrustedHeader header = new(principalHeader, ModelReader.Shipped);
            app.UseWhen(http => http.Request.Path.StartsWithSegments("/graphql", StringComparison.OrdinalIgnoreCase), branch => branch.Use(header.Admit));
        }

        (GraphQLEngine engine, AnswerCache cache) = ServedSchema.Cached(warehouse, TimeProvider.System);
        app.MapGraphQL("/graphql", engine, new GraphQLHttpOptions { State = CallerOf, VariesBy = [HeaderNames.AcceptLanguage], Cache = cache });
        app.MapGet("/healthz", () => Results.Json(new { status = "ok", generation = warehouse.GenerationNumber }));
        if (CockpitFiles.Folder() is { } folder)
        {
            CockpitFiles.Map(app, folder);
        }

        return app;
    }

    private static Caller CallerOf(HttpContext http) => ServedSchema.CallerOf(LanguageChoice.OfRequest(http.Request), TrustedHeader.ScopeOf(http));
}
