using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;
using ProdSales.Predictions.Definition;
using ProdSales.Predictions.Monitoring;
using ProdSales.Predictions.Registry;

namespace ProdSales.Schema;

/// <summary>Resolves what the watch over the models saw, and its alarms.</summary>
internal static class ModelAlarmFields
{
    internal static void Resolve(SchemaBuilder schema, ModelRegistry registry, WatchLedger ledger)
    {
        schema.Object("Query").Field("modelAlarms").Resolve(context =>
            PredictionModelFields.WholeCompany(context) is { } refusal ? refusal.ErrorFor(context.Operation.State) : Alarms(registry, ledger, context));
        schema.Object("PredictionModel").Field("watch").Resolve(context => ledger.Last(((RegisteredModel)context.Source!).Id) is { } seen ? new Seen(seen.Day, seen.Figures) : null);
        schema.Object("ModelWatch").Field("day").Resolve(context => ((Seen)context.Source!).Day);
        schema.Object("ModelWatch").Field("figures").Resolve(context => ((Seen)context.Source!).Figures);
        FieldsTypeBuilder figure = schema.Object("WatchFigure");
        figure.Field("figure").Resolve(context => ((WatchFigure)context.Source!).Figure);
        figure.Field("feature").Resolve(context => ((WatchFigure)context.Source!).Feature);
        figure.Field("value").Resolve(context => ((WatchFigure)context.Source!).Value);
        figure.Field("rows").Resolve(context => ((WatchFigure)context.Source!).Rows);
        Alarm(schema.Object("ModelAlarm"));
    }

    private static void Alarm(FieldsTypeBuilder alarm)
    {
        alarm.Field("model").Resolve(context => Of(context).Alarm.ModelId);
        alarm.Field("prediction").Resolve(context => Of(context).Prediction);
        alarm.Field("figure").Resolve(context => Of(context).Alarm.Figure);
        alarm.Field("feature").Resolve(context => Of(context).Alarm.Feature);
        alarm.Field("label").Resolve(context => Label(Of(context), PredictionFields.IsChinese(context)));
        alarm.Field("severity").Resolve(context => Of(context).Alarm.Severity.ToUpperInvariant());
        alarm.Field("raisedDay").Resolve(context => Of(context).Alarm.RaisedDay);
        alarm.Field("seenDay").Resolve(context => Of(context).Alarm.SeenDay);
        alarm.Field("overDay").Resolve(context => Of(context).Alarm.OverDay);
        alarm.Field("value").Resolve(context => Of(context).Alarm.Value);
        alarm.Field("limit").Resolve(context => Of(context).Alarm.Limit);
    }

    private static Raised[] Alarms(ModelRegistry registry, WatchLedger ledger, FieldContext context)
    {
        Dictionary<string, string> predictions = registry.List().ToDictionary(model => model.Id, model => model.Prediction, StringComparer.Ordinal);
        return [.. ledger.Alarms(context.Arguments.TryGet("isOpen", out bool? isOpen) ? isOpen : null).Select(alarm => new Raised(alarm, predictions.GetValueOrDefault(alarm.ModelId, alarm.ModelId)))];
    }

    private static string Label(Raised raised, bool isChinese) => (raised.Alarm.Figure, raised.Alarm.Feature) switch
    {
        ("unscorable", _) => isChinese ? "未能评分的比例" : "Share that could not be scored",
        ("calibration", _) => isChinese ? "实际结果与概率不符" : "What came does not fit what was said",
        ("tracking", _) => isChinese ? "预测持续偏向一侧" : "Forecasts run to one side",
        ("coverage", _) => isChinese ? "预测区间的命中比例与承诺不符" : "Intervals do not hold the share that they promise",
        (_, ReferenceProfile.Score) => isChinese ? "概率的分布已变" : "The probabilities are spread otherwise",
        var (_, feature) => isChinese ? $"“{Name(raised, feature!, isChinese)}”的分布已变" : $"\"{Name(raised, feature!, isChinese)}\" is spread otherwise",
    };

    private static string Name(Raised raised, string feature, bool isChinese) =>
        PredictionCatalogue.Find(raised.Prediction)?.Definition.Features.FirstOrDefault(known => known.Name == feature)?.Label.In(isChinese) ?? feature;

    private static Raised Of(FieldContext context) => (Raised)context.Source!;

    private sealed record Raised(ModelAlarm Alarm, string Prediction);

    private sealed record Seen(DateOnly Day, IReadOnlyList<WatchFigure> Figures);
}
