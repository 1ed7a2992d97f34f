using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types.Building;

namespace ProdSales.Schema;

/// <summary>Resolves what a model said of one subject, and why.</summary>
internal static class ScoreFields
{
    internal static void Resolve(SchemaBuilder schema, ScoreQuestion question)
    {
        schema.Object("Query").Field("score").ResolveAsync(async context => await question.AnswerAsync(context).ConfigureAwait(false));
        FieldsTypeBuilder score = schema.Object("SubjectScore");
        score.Field("prediction").Resolve(context => Score(context).Prediction.Name);
        score.Field("subject").Resolve(context => Score(context).Subject);
        score.Field("sourceSystem").Resolve(context => Score(context).SourceSystem);
        score.Field("scoredDate").Resolve(context => Score(context).ScoredDate);
        score.Field("model").Resolve(context => Score(context).Model);
        score.Field("skill").Resolve(context => Score(context).Skill.ToUpperInvariant());
        score.Field("probability").Resolve(context => Score(context).Probability);
        score.Field("baseRate").Resolve(context => Score(context).BaseRate);
        score.Field("statedProbability").Resolve(context => Score(context).StatedProbability);
        score.Field("expectedDate").Resolve(context => Score(context).ExpectedDate);
        score.Field("noDateReason").Resolve(context => Score(context).NoDateReason?.ToUpperInvariant());
        score.Field("reasons").Resolve(context => Score(context).Reasons);
        FieldsTypeBuilder reason = schema.Object("ScoreReason");
        reason.Field("place").Resolve(context => Reason(context).Place);
        reason.Field("direction").Resolve(context => Reason(context).IsRaising ? "RAISES" : "LOWERS");
        reason.Field("feature").Resolve(context => Reason(context).Feature);
        reason.Field("label").Resolve(context => Reason(context) is var held && held.Known is { } known ? known.Label.In(PredictionFields.IsChinese(context)) : held.Feature);
        reason.Field("value").Resolve(context => Reason(context).Value);
        reason.Field("contribution").Resolve(context => Reason(context).Contribution);
        reason.Field("help").Resolve(context => Reason(context) is { IsAgainstWish: true, Known.Help: { } help } ? help.In(PredictionFields.IsChinese(context)) : null);
    }

    private static SubjectScore Score(FieldContext context) => (SubjectScore)context.Source!;

    private static ScoreReason Reason(FieldContext context) => (ScoreReason)context.Source!;
}
