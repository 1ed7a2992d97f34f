using Microsoft.Extensions.Logging.Console;
using ProdSales.GraphQL.Http;
using ProdSales.Host.Exports;
using ProdSales.Host.Models;
using ProdSales.Host.Planning;
using ProdSales.Host.Predictions.Service;
using ProdSales.Host.Rollups;
using ProdSales.Host.Security;
using ProdSales.Host.Speech;
using ProdSales.Host.Telemetry;

namespace ProdSales.Host.Web;

/// <summary>The HTTP server: GraphQL, health, and the cockpit's files.</summary>
internal static class WebHost
{
    /// <summary>Builds the server; the caller starts and ends it, and owns the warehouse.</summary>
    /// <param name="model">What is served, and the definitions that it is answered by.</param>
    /// <param name="url">Where to listen; port 0 takes a free one.</param>
    /// <param name="speaker">Speaks in the log.</param>
    /// <param name="principalHeader">The header that says who asks, set by something in front of the server; null lets everybody see everything.</param>
    internal static WebApplication Build(ModelInService model, string url, Speaker speaker, string? principalHeader = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter(typeof(ModelWatch).FullName, LogLevel.Information);
        builder.Logging.AddFilter(typeof(PredictionUpkeep).FullName, LogLevel.Information);
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.UseUrls(url);
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.AddHostedService(services => new Upkeep(model.Warehouse, services.GetRequiredService<ILogger<Upkeep>>()));
        builder.Services.AddHostedService(services => new ModelWatch(model, speaker, TimeProvider.System, services.GetRequiredService<ILogger<ModelWatch>>()));
        builder.Services.AddHostedService(services => new QuestionKeeping(model.Warehouse, model.Questions, TimeProvider.System, services.GetRequiredService<ILogger<QuestionKeeping>>()));
        builder.Services.AddHostedService(services => new PredictionUpkeep(model.Predictions, new DuePlans(model.Warehouse, TimeProvider.System), speaker, services.GetRequiredService<ILogger<PredictionUpkeep>>()));
        if (TelemetryExport.IsAsked)
        {
            builder.Services.AddHostedService<TelemetryExport>();
        }

        WebApplication app = builder.Build();
        app.UseResponseCompression();
        app.UseWebSockets();
        app.UseWhen(IsQuestion, branch => branch.Use((http, next) =>
        {
            model.Current.Give(http);
            return next(http);
        }));
        if (principalHeader is not null)
        {
            TrustedHeader header = new(principalHeader, http => ServedModel.Of(http).Definitions);
            app.UseWhen(IsQuestion, branch => branch.Use(header.Admit));
        }

        app.MapGraphQL("/graphql", http => ServedModel.Of(http).Handler);
        ExportEndpoint exports = new(model.Warehouse, app.Services.GetRequiredService<ILogger<ExportEndpoint>>());
        app.MapMethods(ExportEndpoint.Path, [HttpMethods.Get, HttpMethods.Post], exports.HandleAsync);
        app.MapGet(RollupsEndpoint.Path, new RollupsEndpoint(model).HandleAsync);
        app.MapGet("/healthz", (HttpRequest request) => Results.Json(
            new { status = "ok", generation = model.Warehouse.GenerationNumber, model = model.State.Report(new Speaker(LanguageChoice.OfRequest(request))), predictions = PredictionHealth.Report(model.Predictions) }));
        if (CockpitFiles.Folder() is { } folder)
        {
            CockpitFiles.Map(app, folder);
        }

        return app;
    }

    private static bool IsQuestion(HttpContext http) => http.Request.Path.StartsWithSegments("/graphql", StringComparison.OrdinalIgnoreCase)
        || http.Request.Path.StartsWithSegments(ExportEndpoint.Path, StringComparison.OrdinalIgnoreCase)
        || http.Request.Path.StartsWithSegments(RollupsEndpoint.Path, StringComparison.OrdinalIgnoreCase);
}
