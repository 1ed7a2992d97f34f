using System.Globalization;
using System.Text.Json;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Predictions.Service;

namespace ProdSales.Schema;

/// <summary>Resolves what the service around the models did and does.</summary>
internal static class ModelRunFields
{
    private const int MostRuns = 1000;

    internal static void Resolve(SchemaBuilder schema, RunLedger ledger)
    {
        schema.Object("Query").Field("modelRuns").Resolve(context =>
        {
            int first = context.Arguments.Value<int>("first");
            Refusal? refusal = PredictionModelFields.WholeCompany(context) ?? (first is < 1 or > MostRuns ? Refusal.FirstOutOfRange(first, MostRuns) : null);
            return refusal is null ? ledger.List(first, context.Arguments.Value<string>("prediction")) : refusal.ErrorFor(context.Operation.State);
        });
        FieldsTypeBuilder run = schema.Object("ModelRun");
        run.Field("id").Resolve(context => Of(context).Id.ToString(CultureInfo.InvariantCulture));
        run.Field("kind").Resolve(context => Of(context).Kind.ToString().ToUpperInvariant());
        run.Field("prediction").Resolve(context => Of(context).Prediction);
        run.Field("askedBy").Resolve(context => Of(context).AskedBy);
        run.Field("askedAt").Resolve(context => PredictionModelFields.Utc(Of(context).AskedAt));
        run.Field("startedAt").Resolve(context => Of(context).StartedAt is { } at ? PredictionModelFields.Utc(at) : null);
        run.Field("endedAt").Resolve(context => Of(context).EndedAt is { } at ? PredictionModelFields.Utc(at) : null);
        run.Field("outcome").Resolve(context => Of(context).Outcome.ToString().ToUpperInvariant());
        run.Field("code").Resolve(context => Of(context).Code);
        run.Field("facts").Resolve(context => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Of(context).Facts)!.ToArray());
        schema.Object("RunFact").Field("name").Resolve(context => ((KeyValuePair<string, JsonElement>)context.Source!).Key);
        schema.Object("RunFact").Field("value").Resolve(context => ((KeyValuePair<string, JsonElement>)context.Source!).Value.ToString());
    }

    private static ModelRun Of(FieldContext context) => (ModelRun)context.Source!;
}
