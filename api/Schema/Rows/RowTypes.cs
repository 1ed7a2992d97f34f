namespace ProdSales.Schema;

/// <summary>The part of the contract that shows the rows behind a number.</summary>
internal static class RowTypes
{
    internal const string Field = """
          "The rows that a number is made of; measure as in sales.grossMargin. A cell of a cut is asked for by its members in where and its step of time as the period; compareTo asks for the other side of a comparison. The first 100 where neither first nor last is given; rows that are loaded meanwhile neither shift nor repeat others."
          rows(measure: String!, period: PeriodInput!, where: [MemberCondition!], compareTo: Comparison, clipped: Boolean! = false, asOf: Date, history: HistoryInput = { version: AS_WAS }, first: Int, after: String, last: Int, before: String): RowConnection @cost(weight: "20") @listSize(assumedSize: 100, slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)

        """;

    internal const string Types = """
        "Rows in a total order: by fact, then by the keys of the fact."
        type RowConnection {
          edges: [RowEdge!]!
          nodes: [NumberRow!]!
          pageInfo: PageInfo!
          "How many rows make the number, whatever the page."
          totalCount: Long!
        }

        type RowEdge {
          "Valid for the same measure, period, conditions and asker alone."
          cursor: String!
          node: NumberRow!
        }

        type PageInfo {
          hasNextPage: Boolean!
          hasPreviousPage: Boolean!
          startCursor: String
          endCursor: String
        }

        "A row of a fact that a number is made of."
        type NumberRow {
          fact: String!
          "The day by which it counts."
          day: Date
          keys: [RowValue!]!
          members: [ExplainedMember!]!
          "The columns that the formula reads."
          columns: [RowValue!]!
          "What it adds to the measure, or to the numerator of a quotient; null for a measure that is neither, see adds."
          numerator: Decimal
          "What it adds to the denominator."
          denominator: Decimal
          "What it adds to each aggregate of the formula, from left to right; null where it adds nothing."
          adds: [String]!
          "The document that it comes from; null for a row that is made from several."
          document: SourceDocument
        }

        type RowValue {
          column: String!
          value: String
        }

        type SourceDocument {
          system: String!
          id: String
          line: String
          "Where to open it; null while no address of the source is configured."
          address: String
        }


        """;
}
