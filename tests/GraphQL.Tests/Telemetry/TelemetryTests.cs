using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ProdSales.GraphQL.Execution.Telemetry;
using ProdSales.GraphQL.Tests.Attacks;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;

namespace ProdSales.GraphQL.Tests.Telemetry;

/// <summary>What a listener of the platform hears of an engine. Runs alone, since listeners hear every engine of the process.</summary>
[Collection(DocumentAttackTests.Alone)]
public sealed class TelemetryTests
{
    private static readonly GraphQLSchema Schema = Made();

    [Fact]
    public async Task An_operation_is_one_span_with_its_stages_below_it_and_the_second_time_nothing_is_read()
    {
        ConcurrentQueue<Activity> ended = new();
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == EngineTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        GraphQL.Execution.GraphQLEngine engine = new(Schema);

        await Execution.Responses.JsonAsync(engine, "query Greet($name: String) { hello(name: $name) }", """{"name":"Frau Geheim"}""");
        Activity[] first = [.. ended];
        ended.Clear();
        await Execution.Responses.JsonAsync(engine, "query Greet($name: String) { hello(name: $name) }", """{"name":"Frau Geheim"}""");

        Assert.Equal(["graphql.parse", "graphql.validate", "graphql.plan", "graphql.execute", "graphql.request"], first.Select(span => span.OperationName));
        Assert.Equal(["graphql.plan", "graphql.execute", "graphql.request"], ended.Select(span => span.OperationName));
        Activity request = first[^1];
        Assert.All(first[..^1], span => Assert.Equal(request.SpanId, span.ParentSpanId));
        Assert.Equal("query Greet", request.DisplayName);
        Assert.Equal("query", request.GetTagItem("graphql.operation.type"));
        Assert.Equal("Greet", request.GetTagItem("graphql.operation.name"));
        Assert.StartsWith("sha256:", (string)request.GetTagItem("graphql.document.hash")!, StringComparison.Ordinal);
        Assert.DoesNotContain(first.SelectMany(span => span.TagObjects), tag => tag.Value?.ToString()?.Contains("Geheim", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_request_that_is_refused_is_counted_by_its_code_and_one_that_failed_is_told_apart()
    {
        ConcurrentQueue<(string Name, string Tags)> heard = new();
        using MeterListener listener = new() { InstrumentPublished = (instrument, hearing) => Enable(instrument, hearing) };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => heard.Enqueue((instrument.Name, Shown(tags))));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => heard.Enqueue((instrument.Name, Shown(tags))));
        listener.Start();

        await Execution.Responses.JsonAsync(Schema, "{ nothing }");
        await Execution.Responses.JsonAsync(Schema, "{");
        await Execution.Responses.JsonAsync(Schema, "{ hello }");
        await Execution.Responses.JsonAsync(Schema, "{ fails }");

        Assert.Equal(["code=graphql-validation-failed", "code=graphql-syntax-error"], heard.Where(told => told.Name == "graphql.refused").Select(told => told.Tags));
        Assert.Equal(
            ["graphql.operation.type=query errors=False", "graphql.operation.type=query errors=True"],
            heard.Where(told => told.Name == "graphql.operations").Select(told => told.Tags));
        Assert.Equal(4, heard.Count(told => told.Name == "graphql.documents.read"));
        Assert.Equal(
            ["stage=execute", "stage=parse", "stage=plan", "stage=validate"],
            heard.Where(told => told.Name == "graphql.stage.duration").Select(told => told.Tags).Distinct().Order(StringComparer.Ordinal));
    }

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == EngineTelemetry.Name)
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private static string Shown(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));

    private static GraphQLSchema Made()
    {
        SchemaBuilder schema = new SchemaBuilder().AddSdl("type Query { hello(name: String): String fails: String }");
        schema.Object("Query").Field("hello").Resolve(context => $"Hello, {context.Arguments.Value<string>("name")}!");
        schema.Object("Query").Field("fails").Resolve(_ => throw new InvalidOperationException("secret detail"));
        return schema.Build();
    }
}
