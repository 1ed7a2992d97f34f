using ProdSales.GraphQL;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Execution.Subtrees;
using ProdSales.Semantics;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Reads the arguments of <c>explain</c> and has the change explained.</summary>
internal sealed class ExplainQuestion(SemanticModel model, ReaderPool readers, KeptRollups rollups, TimeProvider clock)
{
    internal async Task<object?> AnswerAsync(FieldContext context)
    {
        string name = context.Arguments.Value<string>("measure")!;
        Measure? measure = model.Subjects.SelectMany(subject => subject.Measures)
            .FirstOrDefault(known => SchemaNames.Of(known) == name);
        if (measure is null)
        {
            Refusal unknown = Refusal.NoSuchMeasure(name);
            return new GraphQLError(unknown.Code, unknown.MessageFor(context.Operation.State)) { Facts = unknown.Facts };
        }

        ExplanationRequest request = new()
        {
            Measure = measure,
            Contrast = new PeriodContrast(PeriodOf(context, "period"), PeriodOf(context, "against")),
            AsOf = context.Arguments.TryGet("asOf", out DateOnly? day) ? day.Value : DateOnly.FromDateTime(clock.GetLocalNow().DateTime),
            Scope = Caller.Of(context.Operation.State).Scope,
            Parts = PartsOf(context),
            Rollups = await rollups.ReadAsync(context.CancellationToken).ConfigureAwait(false),
            Filters = [.. (context.Arguments.Value<object?[]>("where") ?? []).Cast<Dictionary<string, object?>>().Select(condition => FilterReader.Of(model, condition))],
        };
        ExplanationOutcome outcome = await readers.ReadAsync((connection, token) => Explainer.Explain(model, request, connection, token), context.CancellationToken)
            .ConfigureAwait(false);
        return outcome.Refusal is { } refusal ? ErrorOf(refusal, context.Operation.State) : outcome.Explanation;
    }

    // What is not selected is not worked out: without the segments an explanation is one pass over the rows.
    private static ExplanationParts PartsOf(FieldContext context)
    {
        ExplanationParts parts = ExplanationParts.None;
        foreach (SelectedField field in context.Field.Fields)
        {
            parts |= field.Name switch
            {
                "segments" or "segmentsTested" or "nothingStandsOut" => ExplanationParts.Segments,
                "bridge" => ExplanationParts.Bridge,
                "causes" => ExplanationParts.Causes,
                _ => ExplanationParts.None,
            };
        }

        return parts;
    }

    private static GraphQLError ErrorOf(ExplanationRefusal refusal, object? state)
    {
        Refusal told = new(refusal.Code, refusal.Message, refusal.Facts);
        return new GraphQLError(told.Code, told.MessageFor(state)) { Facts = told.Facts };
    }

    private static Period PeriodOf(FieldContext context, string argument)
    {
        Dictionary<string, object?> span = context.Arguments.Value<Dictionary<string, object?>>(argument)!;
        return PeriodArgument.Of(span);
    }
}
