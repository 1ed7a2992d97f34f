using ProdSales.GraphQL;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.Semantics;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Reads the arguments of <c>rows</c> and has the page read.</summary>
internal sealed class RowQuestion(SemanticModel model, ReaderPool readers, TimeProvider clock, IReadOnlyDictionary<string, string> documentAddresses)
{
    private readonly ConnectedSources _sources = new(readers);

    internal async Task<object?> AnswerAsync(FieldContext context)
    {
        string name = context.Arguments.Value<string>("measure")!;
        object? state = context.Operation.State;
        Measure? measure = model.Subjects.SelectMany(subject => subject.Measures)
            .FirstOrDefault(known => SchemaNames.Of(known) == name);
        if (measure is null)
        {
            return ErrorOf(Refusal.NoSuchMeasure(name), state);
        }

        Dictionary<string, object?> span = context.Arguments.Value<Dictionary<string, object?>>("period")!;
        Period period = new((DateOnly)span["from"]!, (DateOnly)span["to"]!);
        if (period.From < SelectionReader.FirstDay || period.To > SelectionReader.LastDay)
        {
            return ErrorOf(Refusal.PeriodOutOfRange(period.From, period.To), state);
        }

        RowRequest request = new()
        {
            Measure = measure,
            Period = period,
            AsOf = context.Arguments.TryGet("asOf", out DateOnly? day) ? day.Value : DateOnly.FromDateTime(clock.GetLocalNow().DateTime),
            Comparison = ComparisonOf(context),
            Filters = [.. (context.Arguments.Value<object?[]>("where") ?? []).Cast<Dictionary<string, object?>>().Select(condition => FilterReader.Of(model, condition))],
            Scope = Caller.Of(state).Scope,
            Unconnected = await _sources.EmptyOfAsync(measure.Sources, context.CancellationToken).ConfigureAwait(false),
            First = context.Arguments.Value<int>("first"),
            After = context.Arguments.Value<string>("after"),
            DocumentAddresses = documentAddresses,
        };
        RowOutcome outcome = await readers.ReadAsync((connection, token) => RowReader.Read(model, request, connection, token), context.CancellationToken).ConfigureAwait(false);
        return outcome.Refusal is { } refusal
            ? ErrorOf(new Refusal(refusal.Code, refusal.Message, refusal.Facts), state)
            : new RowAnswer(outcome.Page!, request.After is not null);
    }

    private static Comparison? ComparisonOf(FieldContext context)
    {
        Comparison? named = Comparison.All.FirstOrDefault(known => SchemaNames.Constant(known.Name) == context.Arguments.Value<string>("compareTo"));
        return context.Arguments.Value<bool>("clipped") ? named?.Clipped() : named;
    }

    private static GraphQLError ErrorOf(Refusal refusal, object? state) => new(refusal.Code, refusal.MessageFor(state)) { Facts = refusal.Facts };
}
