using ProdSales.GraphQL;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.Semantics;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Reads the arguments of <c>cross</c> and has it answered.</summary>
internal sealed class CrossQuestion(SemanticModel model, ReaderPool readers, KeptRollups rollups, TimeProvider clock)
{
    private readonly ConnectedSources _sources = new(readers);

    internal IReadOnlyList<Cross> Definitions => model.Crosses;

    internal async Task<object?> AnswerAsync(FieldContext context)
    {
        Period period = PeriodArgument.Of(context.Arguments.Value<Dictionary<string, object?>>("period")!);
        if (PeriodArgument.RefusalOf(period) is { } refused)
        {
            return ErrorOf(refused, context.Operation.State);
        }

        Cross cross = model.Crosses.Single(known => SchemaNames.Constant(known.Name) == context.Arguments.Value<string>("name"));
        CrossRequest request = new()
        {
            Cross = cross,
            Unconnected = await _sources.EmptyOfAsync(cross.Sources, context.CancellationToken).ConfigureAwait(false),
            Period = period,
            AsOf = context.Arguments.TryGet("asOf", out DateOnly? day) ? day.Value : DateOnly.FromDateTime(clock.GetLocalNow().DateTime),
            By = context.Arguments.Value<string>("by") is { } by ? model.Dimensions.Single(dimension => SchemaNames.Constant(dimension.Name) == by) : null,
            Lag = context.Arguments.Value<int>("lag"),
            Scope = Caller.Of(context.Operation.State).Scope,
            Rollups = await rollups.ReadAsync(context.CancellationToken).ConfigureAwait(false),
            Filters = [.. (context.Arguments.Value<object?[]>("where") ?? []).Cast<Dictionary<string, object?>>().Select(condition => FilterReader.Of(model, condition))],
        };
        CrossOutcome outcome = await readers.ReadAsync((connection, token) => Crosser.Answer(model, request, connection, token), context.CancellationToken).ConfigureAwait(false);
        return outcome.Refusal is { } refusal ? ErrorOf(new Refusal(refusal.Code, refusal.Message, refusal.Facts), context.Operation.State) : outcome.Answer;
    }

    private static GraphQLError ErrorOf(Refusal refusal, object? state) => new(refusal.Code, refusal.MessageFor(state)) { Facts = refusal.Facts };
}
