using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ProdSales.GraphQL.Execution.Telemetry;
using ProdSales.Schema;
using ProdSales.Warehouse.Statements;

namespace ProdSales.Host.Telemetry;

/// <summary>Sends spans and measures to a collector by OTLP where the usual variables of the environment name one; else nothing is measured at all.</summary>
internal sealed class TelemetryExport : IHostedService, IDisposable
{
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    private TracerProvider? _spans;
    private MeterProvider? _measures;

    /// <summary>Gets whether a collector is named.</summary>
    internal static bool IsAsked => Array.Exists(Endpoints, name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)));

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES come after the name and count before it.
        ResourceBuilder resource = ResourceBuilder.CreateEmpty().AddService("prodsales").AddTelemetrySdk().AddEnvironmentVariableDetector();
        // The platform's own span of a request is the parent of ours: where it is not wanted, neither are they.
        _spans = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", EngineTelemetry.Name, StatementSpan.Source)
            .AddOtlpExporter()
            .Build();
        _measures = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(EngineTelemetry.Name, AnswerTelemetry.Name)
            .AddMeter("System.Runtime", "Microsoft.AspNetCore.Server.Kestrel")
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        _spans?.Dispose();
        _measures?.Dispose();
    }
}
