using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Registry;

namespace ProdSales.Schema;

/// <summary>Resolves what is predicted.</summary>
internal static class PredictionFields
{
    internal static void Resolve(SchemaBuilder schema, ModelRegistry registry)
    {
        schema.Object("Query").Field("predictions").Resolve(_ =>
        {
            ILookup<string, RegisteredModel> models = registry.List().ToLookup(model => model.Prediction, StringComparer.Ordinal);
            return PredictionCatalogue.All.Select(prediction => new Served(
                prediction, Of(models[prediction.Name], ModelStatus.Champion), Of(models[prediction.Name], ModelStatus.Challenger))).ToArray();
        });
        FieldsTypeBuilder type = schema.Object("Prediction");
        type.Field("name").Resolve(context => Of(context).Prediction.Name);
        type.Field("definition").Resolve(context => Definition(context).Name);
        type.Field("horizonDays").Resolve(context => Of(context).Prediction.HorizonDays);
        type.Field("horizons").Resolve(context => Definition(context).Horizons);
        type.Field("label").Resolve(context => Of(context).Prediction.LabelIn(IsChinese(context)));
        type.Field("description").Resolve(context => Definition(context).Description.In(IsChinese(context)));
        type.Field("notFor").Resolve(context => Definition(context).NotFor.In(IsChinese(context)));
        type.Field("subjectType").Resolve(context => Definition(context).SubjectType);
        type.Field("isWished").Resolve(context => Definition(context).IsWished);
        type.Field("features").Resolve(context => Definition(context).Features);
        type.Field("champion").Resolve(context => Of(context).Champion?.Id);
        type.Field("challenger").Resolve(context => Of(context).Challenger?.Id);
        type.Field("skill").Resolve(context => Of(context).Champion?.Skill.ToUpperInvariant());
        FieldsTypeBuilder feature = schema.Object("PredictionFeature");
        feature.Field("name").Resolve(context => Feature(context).Name);
        feature.Field("label").Resolve(context => Feature(context).Label.In(IsChinese(context)));
        feature.Field("monotone").Resolve(context => Feature(context).Monotone);
        feature.Field("help").Resolve(context => Feature(context).Help?.In(IsChinese(context)));
    }

    internal static bool IsChinese(FieldContext context) => context.Arguments.Value<string>("language") != "EN";

    private static RegisteredModel? Of(IEnumerable<RegisteredModel> models, ModelStatus status) => models.FirstOrDefault(model => model.Status == status);

    private static Served Of(FieldContext context) => (Served)context.Source!;

    private static PredictionDefinition Definition(FieldContext context) => Of(context).Prediction.Definition;

    private static FeatureDefinition Feature(FieldContext context) => (FeatureDefinition)context.Source!;

    private sealed record Served(Prediction Prediction, RegisteredModel? Champion, RegisteredModel? Challenger);
}
