using System.Globalization;
using System.Text;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>The part of the contract that holds measures against each other.</summary>
internal static class CrossTypes
{
    internal const string Fields = """
          "The crosses that the model defines."
          crosses: [CrossDefinition!]!
          "Two measures held against each other, cell by cell; lag in steps by which the second lies later."
          cross(name: CrossName!, period: PeriodInput!, by: DimensionName, lag: Int = 0, where: [MemberCondition!], asOf: Date): Cross @cost(weight: "50")

        """;

    private const string Types = """
        "A cross as the model defines it."
        type CrossDefinition {
          name: CrossName!
          label(language: Language! = ZH_CN): String!
          description(language: Language! = ZH_CN): String!
          "The measure that may be behind the other, as in reliability.failureRate."
          x: String!
          "The measure that may follow."
          y: String!
          "A measure that may move both; null when none is held still."
          control: String
          "What cells may be cut by; the first where the question names none."
          by: [DimensionName!]!
          "The step of time of a cell; null when a cell spans the period."
          step: Grain
        }

        "What the cells say."
        enum CrossVerdict {
          "Fewer than eight cells."
          TOO_FEW_CELLS
          "One of the two is the same in every cell."
          NO_VARIATION
          "The interval holds 0: no relation can be told."
          NO_RELATION
          "A relation over all cells that is gone, or turned round, within the members or with the control held still."
          NOT_WITHIN
          "They rise together."
          RISING
          "The one falls where the other rises."
          FALLING
        }

        "How closely two measures go together."
        type CrossRelation {
          cells: Int!
          "Pearson's coefficient; null with too few cells or without variation."
          correlation: Float
          "Lower end of its interval at 95 %."
          low: Float
          high: Float
        }

        "One cell in which both measures are known."
        type CrossCell {
          id: String
          "Null for the unknown member."
          name: String
          "First day of the step; null without steps."
          step: Date
          x: Float!
          y: Float!
          control: Float
        }

        "Two measures held against each other."
        type Cross {
          definition: CrossDefinition!
          by: DimensionName!
          verdict: CrossVerdict!
          overall: CrossRelation!
          "Each member held against its own mean; null without steps."
          within: CrossRelation
          "With the control held still; null without one."
          partial: CrossRelation
          cells(first: Int = 1000): [CrossCell!]! @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
          "Cells left out because only one of the two is known."
          incomplete: Int!
          "The statements that were run."
          sql: [String!]!
        }


        """;

    internal static void Append(StringBuilder text, SemanticModel model, ContractVoice voice)
    {
        text.Append(Types).Append("\"Measures that are held against each other.\"\nenum CrossName {\n");
        foreach (Cross cross in model.Crosses)
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"{voice.Label(cross.Label)}\"\n  {SchemaNames.Constant(cross.Name)}\n");
        }

        text.Append("}\n\n");
    }
}
