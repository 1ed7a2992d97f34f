using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ProdSales.GraphQL.Execution.Telemetry;

/// <summary>What engines tell of their work, under one name for spans and measures. Costs nothing while nobody listens; no value of a caller is in it.</summary>
public static class EngineTelemetry
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "ProdSales.GraphQL";

    internal static ActivitySource Spans { get; } = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Operations = Meter.CreateCounter<long>("graphql.operations", "{operation}", "Operations that ran, by type and by whether they have errors.");

    private static readonly Counter<long> Refused = Meter.CreateCounter<long>("graphql.refused", "{request}", "Requests that did not run, by the code of their first error.");

    private static readonly Counter<long> Read = Meter.CreateCounter<long>("graphql.documents.read", "{document}", "Documents that were parsed and checked since they were not kept; operations less these were found.");

    private static readonly Histogram<double> Stages = Meter.CreateHistogram<double>("graphql.stage.duration", "s", "Time of the stages of an operation.");

    private static readonly UpDownCounter<long> Live = Meter.CreateUpDownCounter<long>("graphql.live", "{subscription}", "Subscriptions that are open.");

    /// <summary>Whether anybody wants spans or times.</summary>
    internal static bool IsListened => Spans.HasListeners() || Stages.Enabled || Operations.Enabled;

    internal static void NoteOperation(string type, bool hasErrors) => Operations.Add(1, new("graphql.operation.type", type), new("errors", hasErrors));

    internal static void NoteRefused(string code) => Refused.Add(1, new KeyValuePair<string, object?>("code", code));

    internal static void NoteRead() => Read.Add(1);

    internal static void NoteLive(int change) => Live.Add(change);

    internal static void NoteStage(string stage, TimeSpan took) => Stages.Record(took.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));
}
