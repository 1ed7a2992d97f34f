using ProdSales.GraphQL;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.Semantics;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>Reads the arguments of <c>appraisal</c> and has it answered.</summary>
internal sealed class AppraisalQuestion(SemanticModel model, ReaderPool readers, KeptRollups rollups, TimeProvider clock)
{
    private readonly ConnectedSources _sources = new(readers);

    internal IReadOnlyList<Benefit> Definitions => model.Benefits;

    internal async Task<object?> AnswerAsync(FieldContext context)
    {
        Period before = PeriodOf(context, "before");
        Period after = PeriodOf(context, "after");
        if ((PeriodArgument.RefusalOf(before) ?? PeriodArgument.RefusalOf(after)) is { } refused)
        {
            return ErrorOf(refused, context.Operation.State);
        }

        Benefit[] benefits = BenefitsOf(context);
        MemberFilter treated = FilterReader.Of(model, context.Arguments.Value<Dictionary<string, object?>>("treated")!);
        AppraisalRequest request = new()
        {
            Treated = treated,
            Control = ControlOf(context, treated),
            Before = before,
            After = after,
            AsOf = context.Arguments.TryGet("asOf", out DateOnly? day) ? day.Value : DateOnly.FromDateTime(clock.GetLocalNow().DateTime),
            Benefits = benefits,
            Rates = RatesOf(context),
            Cost = context.Arguments.TryGet("cost", out decimal? cost) ? cost : null,
            Unconnected = await _sources.EmptyOfAsync(benefits.SelectMany(benefit => benefit.Sources).Distinct(StringComparer.Ordinal), context.CancellationToken).ConfigureAwait(false),
            Scope = Caller.Of(context.Operation.State).Scope,
            Rollups = await rollups.ReadAsync(context.CancellationToken).ConfigureAwait(false),
            Filters = [.. (context.Arguments.Value<object?[]>("where") ?? []).Cast<Dictionary<string, object?>>().Select(condition => FilterReader.Of(model, condition))],
        };
        AppraisalOutcome outcome = await readers.ReadAsync((connection, token) => Appraiser.Answer(model, request, connection, token), context.CancellationToken).ConfigureAwait(false);
        return outcome.Refusal is { } refusal ? ErrorOf(new Refusal(refusal.Code, refusal.Message, refusal.Facts), context.Operation.State) : outcome.Answer;
    }

    private static Period PeriodOf(FieldContext context, string argument) => PeriodArgument.Of(context.Arguments.Value<Dictionary<string, object?>>(argument)!);

    private Benefit[] BenefitsOf(FieldContext context) => context.Arguments.Value<object?[]>("benefits") is { } named
        ? [.. named.Distinct().Select(name => model.Benefits.Single(benefit => SchemaNames.Constant(benefit.Name) == (string?)name))]
        : [.. model.Benefits];

    private MemberFilter? ControlOf(FieldContext context, MemberFilter treated)
    {
        if (context.Arguments.Value<bool>("withoutControl"))
        {
            return null;
        }

        return context.Arguments.Value<Dictionary<string, object?>>("control") is { } control ? FilterReader.Of(model, control) : treated with { IsExcluding = true };
    }

    private Dictionary<string, double> RatesOf(FieldContext context)
    {
        Dictionary<string, double> rates = new(StringComparer.Ordinal);
        foreach (Dictionary<string, object?> stated in (context.Arguments.Value<object?[]>("rates") ?? []).Cast<Dictionary<string, object?>>())
        {
            rates[model.Rates.Single(rate => SchemaNames.Constant(rate.Name) == (string)stated["name"]!).Name] = (double)stated["value"]!;
        }

        return rates;
    }

    private static GraphQLError ErrorOf(Refusal refusal, object? state) => new(refusal.Code, refusal.MessageFor(state)) { Facts = refusal.Facts };
}
