using ProdSales.GraphQL.Types.Building;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Resolves the fields of appraisals.</summary>
internal static class AppraisalFields
{
    internal static void Resolve(SchemaBuilder schema, AppraisalQuestion question)
    {
        schema.Object("Query").Field("benefits").Resolve(_ => question.Definitions);
        schema.Object("Query").Field("appraisal").ResolveAsync(async context => await question.AnswerAsync(context).ConfigureAwait(false));
        Definitions(schema);
        FieldsTypeBuilder appraisal = schema.Object("Appraisal");
        appraisal.Field("benefits").Resolve(context => context.Of<AppraisalAnswer>().Benefits);
        appraisal.Field("amount").Resolve(context => Amount.Of(context.Of<AppraisalAnswer>().Amount, context.Of<AppraisalAnswer>().AmountInterval));
        appraisal.Field("cost").Resolve(context => context.Of<AppraisalAnswer>().Request.Cost);
        appraisal.Field("returnOnInvestment").Resolve(context => Amount.Of(context.Of<AppraisalAnswer>().Return, context.Of<AppraisalAnswer>().ReturnInterval));
        appraisal.Field("sql").Resolve(context => context.Of<AppraisalAnswer>().Sql);
        Benefits(schema.Object("AppraisedBenefit"));
        Parts(schema);
    }

    private static void Definitions(SchemaBuilder schema)
    {
        FieldsTypeBuilder definition = schema.Object("BenefitDefinition");
        definition.Field("name").Resolve(context => SchemaNames.Constant(context.Of<Benefit>().Name));
        definition.Field("label").Resolve(context => context.Told(context.Of<Benefit>().Label));
        definition.Field("description").Resolve(context => context.Told(context.Of<Benefit>().Description));
        definition.Field("measure").Resolve(context => SchemaNames.Of(context.Of<Benefit>().Measure));
        definition.Field("by").Resolve(context => context.Of<Benefit>().By.Select(dimension => SchemaNames.Constant(dimension.Name)).ToArray());
        definition.Field("worth").Resolve(context => context.Of<Benefit>().Worth.Select(SchemaNames.Of).ToArray());
        definition.Field("rates").Resolve(context => context.Of<Benefit>().Rates);
        FieldsTypeBuilder rate = schema.Object("RateDefinition");
        rate.Field("name").Resolve(context => SchemaNames.Constant(context.Of<WorthRate>().Name));
        rate.Field("label").Resolve(context => context.Told(context.Of<WorthRate>().Label));
        rate.Field("unit").Resolve(context => context.Of<WorthRate>().Unit.ToString().ToUpperInvariant());
    }

    private static void Benefits(FieldsTypeBuilder benefit)
    {
        benefit.Field("definition").Resolve(context => context.Of<AppraisedBenefit>().Benefit);
        benefit.Field("verdict").Resolve(context => SchemaNames.Constant(context.Of<AppraisedBenefit>().Verdict));
        benefit.Field("treated").Resolve(context => Side.Of(context.Of<AppraisedBenefit>().Treated, context.Of<AppraisedBenefit>().FrozenTreated));
        benefit.Field("control").Resolve(context => Side.Of(context.Of<AppraisedBenefit>().Control, context.Of<AppraisedBenefit>().FrozenControl));
        benefit.Field("effect").Resolve(context => context.Of<AppraisedBenefit>().Effect);
        benefit.Field("estimate").Resolve(context => context.Of<AppraisedBenefit>().Estimate);
        benefit.Field("placebo").Resolve(context => context.Of<AppraisedBenefit>().Placebo);
        benefit.Field("worth").Resolve(context => context.Of<AppraisedBenefit>().Worth);
        benefit.Field("amount").Resolve(context => Amount.Of(context.Of<AppraisedBenefit>().Amount, context.Of<AppraisedBenefit>().AmountInterval));
        benefit.Field("counts").Resolve(context => context.Of<AppraisedBenefit>().Counts);
        benefit.Field("reason").Resolve(context => context.Of<AppraisedBenefit>().Reason);
    }

    private static void Parts(SchemaBuilder schema)
    {
        FieldsTypeBuilder side = schema.Object("AppraisalSide");
        side.Field("before").Resolve(context => context.Of<Side>().Before);
        side.Field("after").Resolve(context => context.Of<Side>().After);
        side.Field("frozen").Resolve(context => context.Of<Side>().Frozen);
        FieldsTypeBuilder estimate = schema.Object("AppraisalEstimate");
        estimate.Field("effect").Resolve(context => context.Of<Estimate>().Effect);
        estimate.Field("low").Resolve(context => context.Of<Estimate>().Low);
        estimate.Field("high").Resolve(context => context.Of<Estimate>().High);
        FieldsTypeBuilder amount = schema.Object("AppraisalAmount");
        amount.Field("amount").Resolve(context => context.Of<Amount>().Value);
        amount.Field("low").Resolve(context => context.Of<Amount>().Low);
        amount.Field("high").Resolve(context => context.Of<Amount>().High);
        FieldsTypeBuilder reason = schema.Object("AppraisalReason");
        reason.Field("code").Resolve(context => context.Of<AppraisalReason>().Code);
        reason.Field("measure").Resolve(context => context.Of<AppraisalReason>().Measure is { } measure ? SchemaNames.Of(measure) : null);
        reason.Field("detail").Resolve(context => context.Of<AppraisalReason>().Detail);
    }

    private sealed record Side(double? Before, double? After, double? Frozen)
    {
        internal static Side? Of((GroupValues Before, GroupValues After)? values, double? frozen) =>
            values is { } known ? new Side(known.Before.Whole, known.After.Whole, frozen) : null;
    }

    private sealed record Amount(double Value, double? Low, double? High)
    {
        internal static Amount? Of(double? value, (double Low, double High)? interval) => value is { } known ? new Amount(known, interval?.Low, interval?.High) : null;
    }
}
