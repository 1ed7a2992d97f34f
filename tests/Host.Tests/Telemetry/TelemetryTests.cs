using System.Net.Http.Json;
using ProdSales.Host.Tests.Running;
using ProdSales.Plants;
using ProdSales.Support;

namespace ProdSales.Host.Tests.Telemetry;

/// <summary>What a server sends to the collector that its environment names.</summary>
public sealed class TelemetryTests
{
    private const string Question =
        "query WhoBuys($of: String!) { sales(period: { from: \"2024-01-01\", to: \"2025-12-31\" }, asOf: \"2026-01-01\", where: { customer: { eq: $of } }) { total { revenue } } }";

    [Fact]
    public async Task Spans_and_measures_of_questions_reach_the_collector_and_what_was_asked_for_does_not()
    {
        using TemporaryFolder folder = new();
        string database = folder.File("plant.duckdb");
        PlantFile.Write(database);
        await using Collector collector = await Collector.StartAsync();
        (string, string)[] environment =
        [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_METRIC_EXPORT_INTERVAL", "200"),
            ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=works"),
        ];
        await using ServerProcess server = await ProdSalesProgram.ServeInAsync(environment, database);

        using HttpResponseMessage answer = await server.Http.PostAsJsonAsync(new Uri("graphql", UriKind.Relative), new { query = Question, variables = new { of = "Geheim & Söhne" } });
        using HttpResponseMessage read = await server.Http.GetAsync(new Uri($"graphql?query={Uri.EscapeDataString(Question)}&variables={Uri.EscapeDataString("{\"of\":\"Geheim\"}")}", UriKind.Relative));
        using HttpResponseMessage wrong = await server.Http.PostAsJsonAsync(new Uri("graphql", UriKind.Relative), new { query = "{ nothing }" });
        string[] wanted =
        [
            "prodsales", "deployment.environment.name", "works", "query WhoBuys", "graphql.operation.type", "graphql.document.hash", "graphql.parse", "graphql.validate", "graphql.plan", "graphql.execute",
            "db.query.text", "fact_sales_order_line", "db.response.returned_rows", "graphql.refused", "graphql-validation-failed", "graphql.stage.duration", "graphql.documents.read", "prodsales.answers",
        ];
        for (int turn = 0; turn < 600 && !wanted.All(word => collector.Text.Contains(word, StringComparison.Ordinal)); turn++)
        {
            await Task.Delay(100);
        }

        Assert.True(answer.IsSuccessStatusCode && read.IsSuccessStatusCode && !(await answer.Content.ReadAsStringAsync()).Contains("errors", StringComparison.Ordinal));
        Assert.Empty(wanted.Where(word => !collector.Text.Contains(word, StringComparison.Ordinal)));
        Assert.DoesNotContain("Geheim", collector.Text, StringComparison.Ordinal);
    }
}
