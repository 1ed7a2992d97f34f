using System.Diagnostics;

namespace ProdSales.GraphQL.Execution.Telemetry;

/// <summary>One stage of an operation, from its making to its disposal: a span, and a time of the meter.</summary>
internal readonly struct StageSpan : IDisposable
{
    private readonly string _stage;
    private readonly Activity? _span;
    private readonly long _start;

    private StageSpan(string stage)
    {
        _stage = stage;
        _span = EngineTelemetry.Spans.StartActivity($"graphql.{stage}");
        _start = Stopwatch.GetTimestamp();
    }

    /// <summary>Begins a stage; nothing where nobody listens.</summary>
    public static StageSpan Of(string stage) => EngineTelemetry.IsListened ? new StageSpan(stage) : default;

    public void Dispose()
    {
        if (_stage is not null)
        {
            EngineTelemetry.NoteStage(_stage, Stopwatch.GetElapsedTime(_start));
            _span?.Dispose();
        }
    }
}
