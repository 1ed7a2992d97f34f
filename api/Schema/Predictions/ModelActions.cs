using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Service;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Resolves what is decided about predicting models.</summary>
internal static class ModelActions
{
    internal const string Fields = """
          "Lets a model serve; the one before it is retired and can be taken back."
          promoteModel(model: ID!, reason: String!): PredictionModel
          "Lets a model score beside the one that serves, unseen by people; the challenger before it is retired."
          challengeModel(model: ID!, reason: String!): PredictionModel
          "Takes a model out of use: nothing is scored by it any more."
          retireModel(model: ID!, reason: String!): PredictionModel
          "Lets the model serve again that served before; prediction as in win_90."
          revertModel(prediction: String!, reason: String!): PredictionModel
          "Has a prediction trained as soon as the step under way is over; the model challenges the one that serves."
          trainModel(prediction: String!): ModelRun
          "Has what is open scored as soon as the step under way is over."
          scoreNow(prediction: String!): ModelRun

        """;

    internal static void Resolve(SchemaBuilder schema, ModelRegistry registry, ModelService? service)
    {
        Decide(schema, "promoteModel", registry, registry.Promote);
        Decide(schema, "challengeModel", registry, registry.Challenge);
        Decide(schema, "retireModel", registry, registry.Retire);
        ActionField.Resolve(schema, "revertModel", Right.ManagePredictions, (context, caller) => new(Revert(registry, context, caller)));
        Ask(schema, "trainModel", RunKind.Train, service);
        Ask(schema, "scoreNow", RunKind.Score, service);
    }

    private static void Ask(SchemaBuilder schema, string field, RunKind kind, ModelService? service) =>
        ActionField.Resolve(schema, field, Right.ManagePredictions, (context, caller) =>
        {
            string name = context.Arguments.Value<string>("prediction")!;
            return new((service, PredictionCatalogue.Find(name)) switch
            {
                (_, null) => Refusal.NoSuchPrediction(name, PredictionCatalogue.All.Select(known => known.Name)),
                (null, _) => Refusal.NoService(),
                var (running, prediction) => running.Ask(kind, prediction, caller.Name),
            });
        });

    private static void Decide(SchemaBuilder schema, string name, ModelRegistry registry, Action<string, string, string> decide) =>
        ActionField.Resolve(schema, name, Right.ManagePredictions, (context, caller) => new(Decided(registry, Reason(context), reason =>
        {
            string id = context.Arguments.Value<string>("model")!;
            decide(id, caller.Name, reason);
            return id;
        })));

    private static object? Revert(ModelRegistry registry, FieldContext context, Caller caller)
    {
        string name = context.Arguments.Value<string>("prediction")!;
        return PredictionCatalogue.Find(name) is null
            ? Refusal.NoSuchPrediction(name, PredictionCatalogue.All.Select(known => known.Name))
            : Decided(registry, Reason(context), reason => registry.Revert(name, caller.Name, reason));
    }

    private static object? Decided(ModelRegistry registry, string reason, Func<string, string> decide)
    {
        if (reason.Length == 0)
        {
            return Refusal.ReasonMissing();
        }

        try
        {
            string id = decide(reason);
            return registry.List().Single(model => model.Id == id);
        }
        catch (RegistryException refusal) when (Refusal.Of(refusal) is { } told)
        {
            return told;
        }
    }

    private static string Reason(FieldContext context) => context.Arguments.Value<string>("reason")!.Trim();
}
