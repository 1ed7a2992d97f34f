using ProdSales.Predictions.Service;

namespace ProdSales.Host.Predictions.Service;

/// <summary>Says in the report of health what the service around the models does, and what failed last; asks nothing of the warehouse, which may be what is ill.</summary>
internal static class PredictionHealth
{
    internal static object Report(ModelService service) => new
    {
        alarms = service.Alarms,
        running = service.Current is { } now ? Named(now) : null,
        failing = service.Failing.Select(run => new { run = Named(run), code = run.Code }),
    };

    private static string Named(ModelRun run) => $"{run.Kind.ToString().ToLowerInvariant()} {run.Prediction}";
}
