namespace ProdSales.Schema;

/// <summary>The part of the contract that explains changes.</summary>
internal static class ExplainTypes
{
    internal const string Field = """
          "Why a measure differs between two periods; measure as in sales.grossMargin."
          explain(measure: String!, period: PeriodInput!, against: PeriodInput!, where: [MemberCondition!], asOf: Date): Explanation @cost(weight: "100")

        """;

    internal const string Types = """
        "A condition on one dimension."
        input MemberCondition {
          dimension: DimensionName!
          "Names or ids; null stands for the unknown member."
          in: [String]!
          "True when the values are ids of the source."
          byId: Boolean = false
        }

        "Why a measure differs between two periods. Numbers are in the unit of the measure."
        type Explanation {
          before: Decimal!
          now: Decimal!
          "Now less before; the contributions of every attribution sum to it to the last digit."
          change: Decimal!
          "True when no part changed otherwise than the rest beyond what chance brings."
          nothingStandsOut: Boolean!
          segmentsTested: Int!
          "The parts that changed otherwise than the rest, the clearest first; each without those before it."
          segments: [ExplainedSegment!]!
          "A margin in steps; null for other measures."
          bridge: MarginBridge
          causes: [ExplainedCause!]!
          attributions: [Attribution!]!
          "The same hash, the same answer."
          hash: String!
          "The statements that were run."
          sql: [String!]!
        }

        type ExplainedMember {
          dimension: DimensionName!
          id: String
          "Null for the unknown member."
          name: String
        }

        type ExplainedSegment {
          "What its rows have in common."
          members: [ExplainedMember!]!
          before: Decimal
          now: Decimal
          contribution: Decimal!
          "Contribution over change; null without a change."
          share: Decimal
          "How far it moved the whole beyond what it would have, had it moved as the rest did."
          excess: Decimal!
          "The excess over its standard error."
          significance: Float!
          "The probability of it by chance in any of the parts looked at."
          chance: Float!
          rowsBefore: Long!
          rowsNow: Long!
          "True below 30 rows."
          isSmall: Boolean!
          "Dimensions within which its parts moved the other way."
          reversedWithin: [DimensionName!]!
          causes: [ExplainedCause!]!
        }

        "A number that says what was behind a change."
        type ExplainedCause {
          "The measure, as in sales.discountRate."
          measure: String!
          member: ExplainedMember
          before: Decimal
          now: Decimal
        }

        "A change attributed to the members of one dimension."
        type Attribution {
          dimension: DimensionName!
          "Of a quotient, what came from members weighing more or less."
          mix: Decimal
          "Of a quotient, what came from members being better or worse themselves."
          rate: Decimal
          "True when the members themselves moved the other way than the whole."
          isReversed: Boolean!
          "The greatest contribution first, whatever its sign."
          members(first: Int = 1000): [MemberContribution!]! @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
        }

        type MemberContribution {
          member: ExplainedMember!
          before: Decimal
          now: Decimal
          contribution: Decimal!
          mix: Decimal
          rate: Decimal
        }

        "A change of margin in steps that sum to it."
        type MarginBridge {
          volume: Decimal!
          mix: Decimal!
          listPrice: Decimal!
          discount: Decimal!
          cost: Decimal!
          "Products that were not sold before."
          new: Decimal!
          "Products that are no longer sold."
          dropped: Decimal!
          "Products without a quantity."
          unquantified: Decimal!
        }


        """;
}
