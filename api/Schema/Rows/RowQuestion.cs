using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.Semantics;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Reads the arguments of <c>rows</c> and has the page read.</summary>
internal sealed class RowQuestion(SemanticModel model, ReaderPool readers, KeptRollups rollups, TimeProvider clock, IReadOnlyDictionary<string, string> documentAddresses)
{
    private readonly ConnectedSources _sources = new(readers);

    internal async Task<object?> AnswerAsync(FieldContext context)
    {
        object? state = context.Operation.State;
        (RowRequest? read, Refusal? problem) = await RequestAsync(context.Arguments, state, context.CancellationToken).ConfigureAwait(false);
        if (read is not { } request)
        {
            return problem!.ErrorFor(state);
        }

        RowOutcome outcome = await readers.ReadAsync((connection, token) => RowReader.Read(model, request, connection, token), context.CancellationToken).ConfigureAwait(false);
        return outcome.Refusal is { } refusal ? Refusal.Of(refusal).ErrorFor(state) : new RowAnswer(outcome.Page!, request);
    }

    internal async Task<object?> CountAsync(RowRequest request, FieldContext context)
    {
        (long count, RowRefusal? refusal) = await readers.ReadAsync((connection, token) => RowReader.Count(model, request, connection, token), context.CancellationToken).ConfigureAwait(false);
        return refusal is null ? count : Refusal.Of(refusal).ErrorFor(context.Operation.State);
    }

    /// <summary>Reads the arguments, or says what is wrong with them.</summary>
    internal async Task<(RowRequest? Request, Refusal? Problem)> RequestAsync(Arguments arguments, object? state, CancellationToken cancellationToken)
    {
        string name = arguments.Value<string>("measure")!;
        Measure? measure = model.Subjects.SelectMany(subject => subject.Measures)
            .FirstOrDefault(known => SchemaNames.Of(known) == name);
        if (measure is null)
        {
            return (null, Refusal.NoSuchMeasure(name));
        }

        Dictionary<string, object?> span = arguments.Value<Dictionary<string, object?>>("period")!;
        Period period = PeriodArgument.Of(span);
        if (period.From < SelectionReader.FirstDay || period.To > SelectionReader.LastDay)
        {
            return (null, Refusal.PeriodOutOfRange(period.From, period.To));
        }

        bool hasFirst = arguments.TryGet("first", out int? first);
        bool hasLast = arguments.TryGet("last", out int? last);
        if (hasFirst && hasLast)
        {
            return (null, Refusal.FirstAndLast(first!.Value, last!.Value));
        }

        return (
            new RowRequest
            {
                Measure = measure,
                Period = period,
                AsOf = arguments.TryGet("asOf", out DateOnly? day) ? day.Value : DateOnly.FromDateTime(clock.GetLocalNow().DateTime),
                Comparison = ComparisonOf(arguments),
                History = SelectionReader.HistoryOf(arguments),
                Filters = [.. (arguments.Value<object?[]>("where") ?? []).Cast<Dictionary<string, object?>>().Select(condition => FilterReader.Of(model, condition))],
                Scope = Caller.Of(state).Scope,
                Rollups = await rollups.ReadAsync(cancellationToken).ConfigureAwait(false),
                Unconnected = await _sources.EmptyOfAsync(measure.Sources, cancellationToken).ConfigureAwait(false),
                First = first ?? RowRequest.UsualRows,
                After = arguments.Value<string>("after"),
                Last = last,
                Before = arguments.Value<string>("before"),
                DocumentAddresses = documentAddresses,
            },
            null);
    }

    private static Comparison? ComparisonOf(Arguments arguments)
    {
        Comparison? named = Comparison.All.FirstOrDefault(known => SchemaNames.Constant(known.Name) == arguments.Value<string>("compareTo"));
        return arguments.Value<bool>("clipped") ? named?.Clipped() : named;
    }
}
