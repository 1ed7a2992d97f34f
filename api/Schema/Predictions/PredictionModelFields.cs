using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Predictions.Registry;

namespace ProdSales.Schema;

/// <summary>Resolves what is known of a predicting model.</summary>
internal static class PredictionModelFields
{
    internal static void Resolve(SchemaBuilder schema)
    {
        FieldsTypeBuilder model = schema.Object("PredictionModel");
        model.Field("id").Resolve(context => Of(context).Id);
        model.Field("prediction").Resolve(context => Of(context).Prediction);
        model.Field("status").Resolve(context => Of(context).Status.ToString().ToUpperInvariant());
        model.Field("skill").Resolve(context => Of(context).Skill.ToUpperInvariant());
        model.Field("trainedAt").Resolve(context => DateTime.SpecifyKind(Of(context).TrainedAt, DateTimeKind.Utc));
        model.Field("asOf").Resolve(context => Of(context).AsOf);
        model.Field("rows").Resolve(context => Of(context).Rows);
        model.Field("positives").Resolve(context => Of(context).Positives);
        model.Field("seed").Resolve(context => Of(context).Seed);
        model.Field("featureHash").Resolve(context => Of(context).FeatureHash);
        model.Field("sha256").Resolve(context => Of(context).Sha256);
    }

    private static RegisteredModel Of(FieldContext context) => (RegisteredModel)context.Source!;
}
