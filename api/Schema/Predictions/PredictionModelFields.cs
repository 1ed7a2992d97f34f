using System.Text.Json;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Learning.Trained;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Trial;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Resolves what is known of a predicting model.</summary>
internal static class PredictionModelFields
{
    internal static void Resolve(SchemaBuilder schema, ModelRegistry registry)
    {
        schema.Object("Query").Field("models").Resolve(context =>
            WholeCompany(context) is { } refusal ? refusal.ErrorFor(context.Operation.State) : registry.List(context.Arguments.Value<string>("prediction")));
        FieldsTypeBuilder model = schema.Object("PredictionModel");
        model.Field("id").Resolve(context => Of(context).Id);
        model.Field("prediction").Resolve(context => Of(context).Prediction);
        model.Field("status").Resolve(context => Name(Of(context).Status));
        model.Field("skill").Resolve(context => Of(context).Skill.ToUpperInvariant());
        model.Field("trainedAt").Resolve(context => Utc(Of(context).TrainedAt));
        model.Field("asOf").Resolve(context => Of(context).AsOf);
        model.Field("rows").Resolve(context => Of(context).Rows);
        model.Field("positives").Resolve(context => Of(context).Positives);
        model.Field("seed").Resolve(context => Of(context).Seed);
        model.Field("dataVersions").Resolve(context => Facts(Of(context).DataVersions));
        model.Field("features").Resolve(context => JsonSerializer.Deserialize<ModelColumn[]>(Of(context).Features)!.Select(column => column.Name).ToArray());
        model.Field("featureHash").Resolve(context => Of(context).FeatureHash);
        model.Field("sha256").Resolve(context => Of(context).Sha256);
        model.Field("figures").Resolve(context => Trained(context));
        model.Field("calibration").Resolve(context => Trained(context).Calibration);
        model.Field("notes").Resolve(context => Codes(Of(context).Notes));
        model.Field("approver").Resolve(context => Events(registry, context).LastOrDefault(happened => happened.To is ModelStatus.Champion)?.DecidedBy);
        model.Field("events").Resolve(context => Events(registry, context));
        Figures(schema);
        Event(schema.Object("PredictionModelEvent"), schema.Object("TrialFigures"));
        schema.Object("DataVersion").Field("table").Resolve(context => ((KeyValuePair<string, JsonElement>)context.Source!).Key);
        schema.Object("DataVersion").Field("version").Resolve(context => ((KeyValuePair<string, JsonElement>)context.Source!).Value.GetInt64());
    }

    /// <summary>Why somebody may not see figures of the whole company; null when they may.</summary>
    internal static Refusal? WholeCompany(FieldContext context)
    {
        SecurityScope scope = Caller.Of(context.Operation.State).Scope;
        return scope.Predicates.Count == 0 || scope.Rights.Contains(Right.ManagePredictions) ? null : Refusal.OfWholeCompany();
    }

    internal static DateTime Utc(DateTime instant) => DateTime.SpecifyKind(instant, DateTimeKind.Utc);

    private static void Figures(SchemaBuilder schema)
    {
        (string Name, Func<Training, object?> Value)[] figures =
        [
            ("auc", held => Finite(held.Figures.Auc)), ("aucLow", held => Finite(held.AucInterval.Low)), ("aucHigh", held => Finite(held.AucInterval.High)),
            ("logLoss", held => Finite(held.Figures.LogLoss)), ("logLossLow", held => Finite(held.LogLossInterval.Low)), ("logLossHigh", held => Finite(held.LogLossInterval.High)),
            ("gainOverBase", held => Finite(held.GainOverBase)), ("baseRate", held => held.BaseRate), ("brier", held => Finite(held.Figures.Brier)),
            ("calibrationError", held => Finite(held.Figures.CalibrationError)), ("calibrationSlope", held => Finite(held.Figures.CalibrationSlope)),
            ("lift", held => Finite(held.Figures.Lift)), ("validation", held => held.Validation), ("folds", held => held.Folds),
        ];
        foreach ((string name, Func<Training, object?> value) in figures)
        {
            schema.Object("PredictionFigures").Field(name).Resolve(context => value((Training)context.Source!));
        }

        FieldsTypeBuilder step = schema.Object("CalibrationStep");
        step.Field("rows").Resolve(context => ((CalibrationBin)context.Source!).Rows);
        step.Field("said").Resolve(context => ((CalibrationBin)context.Source!).Said);
        step.Field("came").Resolve(context => ((CalibrationBin)context.Source!).Came);
    }

    private static void Event(FieldsTypeBuilder type, FieldsTypeBuilder trial)
    {
        type.Field("decidedAt").Resolve(context => Utc(Happened(context).DecidedAt));
        type.Field("from").Resolve(context => Happened(context).From is { } from ? Name(from) : null);
        type.Field("to").Resolve(context => Name(Happened(context).To));
        type.Field("decidedBy").Resolve(context => Happened(context).DecidedBy);
        type.Field("reason").Resolve(context => Happened(context).Reason);
        type.Field("trial").Resolve(context => ChallengerTrial.VerdictOf(Happened(context)));
        (string Name, Func<TrialVerdict, object?> Value)[] figures =
        [
            ("cycle", held => held.Cycle), ("first", held => held.First), ("last", held => held.Last), ("rows", held => held.Rows), ("positives", held => held.Positives),
            ("championLogLoss", held => Finite(held.ChampionLoss)), ("challengerLogLoss", held => Finite(held.ChallengerLoss)), ("difference", held => Finite(held.Difference)),
            ("low", held => Finite(held.Low)), ("high", held => Finite(held.High)), ("championAuc", held => Finite(held.ChampionAuc)), ("challengerAuc", held => Finite(held.ChallengerAuc)),
        ];
        foreach ((string name, Func<TrialVerdict, object?> value) in figures)
        {
            trial.Field(name).Resolve(context => value((TrialVerdict)context.Source!));
        }
    }

    private static RegisteredModel Of(FieldContext context) => (RegisteredModel)context.Source!;

    private static ModelEvent Happened(FieldContext context) => (ModelEvent)context.Source!;

    private static Training Trained(FieldContext context) => Of(context).ReadFigures();

    private static ModelEvent[] Events(ModelRegistry registry, FieldContext context) =>
        [.. registry.Events(Of(context).Prediction).Where(happened => happened.ModelId == Of(context).Id)];

    private static KeyValuePair<string, JsonElement>[] Facts(string json) => [.. JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!];

    private static string[] Codes(string notes)
    {
        using var read = JsonDocument.Parse(notes);
        return [.. read.RootElement.EnumerateArray().Select(note => note.GetProperty("Code").GetString()!)];
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static string Name(ModelStatus status) => status.ToString().ToUpperInvariant();
}
