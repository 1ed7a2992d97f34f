using System.Globalization;
using System.Text;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>The part of the contract that tells what a change in the company brought.</summary>
internal static class AppraisalTypes
{
    internal const string Fields = """
          "What a change may bring, as the model defines it."
          benefits: [BenefitDefinition!]!
          "What a change brought, against what befell the members that it left untouched, and what came back of its cost."
          appraisal(
            "The members that were changed."
            treated: MemberCondition!
            "The members that were left as they were; all others of the same dimension where none are named."
            control: MemberCondition
            "True compares with nothing, so that what befell everybody is told as an effect."
            withoutControl: Boolean = false
            "Whole months before the change."
            before: PeriodInput!
            "Whole months after it, over by the day of the question; the same months of another year keep seasons out."
            after: PeriodInput!
            "All that the model defines where none are named."
            benefits: [BenefitName!]
            rates: [RateInput!]
            "What the change cost, above 0."
            cost: Decimal
            where: [MemberCondition!]
            asOf: Date
          ): Appraisal @cost(weight: "100")

        """;

    private const string Types = """
        "What a change may bring."
        type BenefitDefinition {
          name: BenefitName!
          label(language: Language! = ZH_CN): String!
          description(language: Language! = ZH_CN): String!
          "The measure that should get better, as in delivery.otdRate."
          measure: String!
          "By what the changed may be told from the others."
          by: [DimensionName!]!
          "Measures whose product, times the rates, is what one unit of the measure is worth a year; empty when it is not told in money."
          worth: [String!]!
          rates: [RateDefinition!]!
        }

        "A number that no table holds and that the question states."
        type RateDefinition {
          name: RateName!
          label(language: Language! = ZH_CN): String!
          "As measures have it: a ratio is told as in 0.08."
          unit: Unit!
        }

        "A rate that the question states."
        input RateInput {
          name: RateName!
          value: Float!
        }

        "What can be said of one benefit."
        enum AppraisalVerdict {
          "A value is missing; the reason is beside it."
          NOT_KNOWN
          "Fewer than three months on a side have a value."
          TOO_FEW_MONTHS
          "The two sides had drifted apart before the change already; what came after cannot be put down to it."
          DRIFTED_BEFORE
          "The interval holds 0: no effect can be told."
          NO_EFFECT
          "Better than it would have been."
          BETTER
          "Worse than it would have been."
          WORSE
        }

        "A measure of one side, before and after."
        type AppraisalSide {
          before: Float
          after: Float
          "What was frozen before the change, by kpi_baseline; null when nothing was for these days, or for those who see a part of the company."
          frozen: Float
        }

        "A difference of differences with its interval at 95 %."
        type AppraisalEstimate {
          effect: Float!
          low: Float!
          high: Float!
        }

        "Why something is not known."
        type AppraisalReason {
          code: String!
          measure: String
          "The dimension, source or rate that it is about."
          detail: String
        }

        "An amount with its interval at 95 %."
        type AppraisalAmount {
          amount: Float!
          low: Float
          high: Float
        }

        "What a change brought in one measure."
        type AppraisedBenefit {
          definition: BenefitDefinition!
          verdict: AppraisalVerdict!
          treated: AppraisalSide
          "Null when nothing is compared with."
          control: AppraisalSide
          "How far the changed moved beyond the others, in the unit of the measure; null when a value is missing."
          effect: Float
          "Null with too few months."
          estimate: AppraisalEstimate
          "The same of a day half way through the months before, on which nothing was changed; it should be none. Null with too few months."
          placebo: AppraisalEstimate
          "What one unit of the measure is worth a year."
          worth: Float
          "What the effect is worth a year; above 0 is good whichever way the measure goes."
          amount: AppraisalAmount
          "True when the amount is part of the return."
          counts: Boolean!
          "Why something is not known; null when all is."
          reason: AppraisalReason
        }

        "What a change brought, and what came back of its cost."
        type Appraisal {
          benefits: [AppraisedBenefit!]!
          "What all benefits that count are worth a year, taken as independent of each other."
          amount: AppraisalAmount
          cost: Decimal
          "(Amount - cost) / cost, as in 0.4; null without a cost or an amount."
          returnOnInvestment: AppraisalAmount
          "The statements that were run."
          sql: [String!]!
        }


        """;

    internal static void Append(StringBuilder text, SemanticModel model, ContractVoice voice)
    {
        text.Append(Types);
        Append(text, "What a change may bring.", "BenefitName", model.Benefits.Select(benefit => (benefit.Name, voice.Label(benefit.Label))));
        Append(text, "Rates that a question states.", "RateName", model.Rates.Select(rate => (rate.Name, voice.Label(rate.Label))));
    }

    private static void Append(StringBuilder text, string description, string name, IEnumerable<(string Name, string Label)> values)
    {
        text.Append(CultureInfo.InvariantCulture, $"\"{description}\"\nenum {name} {{\n");
        foreach ((string value, string label) in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"{label}\"\n  {SchemaNames.Constant(value)}\n");
        }

        text.Append("}\n\n");
    }
}
