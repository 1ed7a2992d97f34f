namespace ProdSales.Schema;

/// <summary>The parts of the contract that do not depend on the model.</summary>
internal static class SharedTypes
{
    internal const string Scalars = """
        "A day of the plant calendar, as in 2026-10-31."
        scalar Date

        "An instant in UTC, as in 2026-10-31T08:00:00Z."
        scalar DateTime

        "A decimal number of up to four places, written as a JSON number."
        scalar Decimal

        "A 64-bit integer, written as a JSON number."
        scalar Long


        """;

    internal const string CatalogueFields = """
          "What can be asked: every measure, defined once."
          measures(subject: String): [Measure!]!
          "Usual ways down, from coarse to fine."
          hierarchies: [Hierarchy!]!
          "Currency of every measure of money: the group's, by its ISO 4217 code."
          currency: String!
          "Grows with every commit that changed data: a subscription to it hears of each."
          dataVersion: Long!
          "Members of a dimension for a choice, in their natural order; the unknown member is left out."
          members(dimension: DimensionName!, search: String @cost(weight: "10"), first: Int = 100): [Member!]! @listSize(assumedSize: 100, slicingArguments: ["first"], requireOneSlicingArgument: false)

        """;

    internal const string Inputs = """
        "A span of days."
        input PeriodInput {
          "First day, inclusive."
          from: Date!
          "Last day, inclusive."
          to: Date!
        }

        "Conditions on the name or the id of a member; all that are given must hold. Null stands for the unknown member."
        input TextFilter {
          eq: String
          ne: String
          in: [String]
          notIn: [String]
        }

        "Conditions on a value as it is told; all that are given must hold. In eq, ne, in and notIn null stands for no value; a row without a value meets none of lt, lte, gt and gte, and one of those that is null is no condition."
        input DecimalFilter {
          eq: Decimal
          ne: Decimal
          in: [Decimal]
          notIn: [Decimal]
          lt: Decimal
          lte: Decimal
          gt: Decimal
          gte: Decimal
        }

        "As DecimalFilter, for whole numbers."
        input LongFilter {
          eq: Long
          ne: Long
          in: [Long]
          notIn: [Long]
          lt: Long
          lte: Long
          gt: Long
          gte: Long
        }

        "As DecimalFilter, for ratios, times and scores."
        input FloatFilter {
          eq: Float
          ne: Float
          in: [Float]
          notIn: [Float]
          lt: Float
          lte: Float
          gt: Float
          gte: Float
        }

        "As DecimalFilter, for how far a target is met."
        input TargetStatusFilter {
          eq: TargetStatus
          ne: TargetStatus
          in: [TargetStatus]
          notIn: [TargetStatus]
        }

        "Whose attributes count where members have changed; totals are the same."
        enum HistoryVersion {
          "As on the day of the row; members are told by their present name."
          AS_WAS
          "As they are now."
          AS_IS
        }

        "Which version of a member speaks, in cuts and in filters."
        input HistoryInput @oneOf {
          version: HistoryVersion
          "As on this day; who was not known by then is the unknown member."
          on: Date
        }

        "Which value of a comparison is meant."
        enum ComparedValue {
          "What the measure has changed from the other period to that of the question. Of sums and counts of rows a side on which nothing is on record counts as 0, so that what was lost altogether shows; of anything else a change needs both sides."
          CHANGE
          "The measure in the other period."
          VALUE
        }

        "An order by a comparison."
        input ComparedOrder {
          "A measure of this subject, as in sales.grossMargin."
          measure: String!
          to: Comparison!
          clipped: Boolean! = false
          of: ComparedValue! = CHANGE
          direction: SortDirection!
        }

        "Conditions on a comparison; all must hold."
        input ComparedCondition {
          "A measure of this subject, as in sales.grossMargin."
          measure: String!
          to: Comparison!
          clipped: Boolean! = false
          "As ComparedValue CHANGE."
          change: DecimalFilter
          "As ComparedValue VALUE."
          value: DecimalFilter
        }

        enum SortDirection {
          ASC
          DESC
        }

        "A step of time."
        enum Grain {
          DAY
          "ISO week, named by its Monday."
          WEEK
          MONTH
          QUARTER
          YEAR
        }

        enum Language {
          ZH_CN
          EN
        }


        """;

    internal const string Catalogue = """
        type Measure {
          "Name of the field in the subject's types."
          name: String!
          subject: String!
          label(language: Language! = ZH_CN): String!
          description(language: Language! = ZH_CN): String!
          unit: Unit!
          good: GoodDirection!
          additivity: Additivity!
          "Who answers for the definition; null where nobody is named."
          owner(language: Language! = ZH_CN): String
          sensitivity: Sensitivity!
          "How many cases the value must rest on; with fewer it is null, with the code sample-too-small and their number in extensions.unavailable. Null where any number will do."
          minimumSample: Int
          "How it is judged where it is held against a target; the field of the same name with Status behind it tells the outcome."
          target: TargetRule
          "The formula as the model defines it."
          formula: String!
          "True when the roles of the asker hide its value: it is null then, with the code masked in extensions.unavailable."
          isMasked: Boolean!
          "Where it is explained."
          documentation: String!
        }

        type Hierarchy {
          name: String!
          label(language: Language! = ZH_CN): String!
          levels: [DimensionName!]!
        }

        type Member {
          "Id in its source, where it has one."
          id: String
          name: String
        }

        enum Unit {
          MONEY
          QUANTITY
          COUNT
          RATIO
          MINUTES
          HOURS
          DAYS
          SCORE
        }

        "Which way of a change is good news."
        enum GoodDirection {
          NONE
          UP
          DOWN
        }

        "How widely a number may be told, which informs whoever passes it on; roles decide who sees it."
        enum Sensitivity {
          INTERNAL
          CONFIDENTIAL
        }

        "How far a target is met."
        enum TargetStatus {
          "Met."
          GREEN
          "Nearly met."
          AMBER
          "Missed."
          RED
        }

        "A target that was stated for a measure."
        type StatedTarget {
          "What is to be reached, in the unit of the measure."
          value: Decimal
          "What came about as a share of it; null without a target above 0."
          attainment: Float
          "Met from 1 on, nearly from 0.9 on; where less is better, up to 1 and up to 1.1."
          status: TargetStatus
        }

        "How a measure is judged that is held against a target. Limits are shares of the target: from there on it is met, or, where less is better, up to there."
        type TargetRule {
          "What came about: a measure to ask for beside it, in any cut and in every step of a series."
          actual: Measure!
          "What was to be reached, likewise."
          target: Measure!
          green: Float!
          "Nearly met; what lies beyond is missed."
          amber: Float!
        }

        "Whether parts add up to the whole: always, over dimensions but not over time, or never."
        enum Additivity {
          ADDITIVE
          SEMI_ADDITIVE
          NON_ADDITIVE
        }


        """;
}
