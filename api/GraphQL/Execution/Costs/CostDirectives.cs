using System.Globalization;
using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Execution.Costs;

/// <summary>The directives by which a schema says what its fields, and what they are given, cost.</summary>
public static class CostDirectives
{
    /// <summary>Their definitions, for schemas that use them.</summary>
    public const string Definitions = """
        "What a field costs each time that it is resolved; on an argument or input field, what giving it adds."
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | INPUT_FIELD_DEFINITION

        "How long a list is estimated to be."
        directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION


        """;

    /// <summary>The weight that the directives of a field, an argument or an input field give; null where none does.</summary>
    internal static double? WeightOf(DirectiveNode[] directives)
        => Argument(directives, "cost", "weight") is StringValueNode text && double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) ? weight : null;

    /// <summary>What the directives say of a field's list; null where none does.</summary>
    internal static ListSizing? SizingOf(DirectiveNode[] directives)
    {
        if (!Array.Exists(directives, directive => directive.Name.Value == "listSize"))
        {
            return null;
        }

        int? assumed = Argument(directives, "listSize", "assumedSize") is IntValueNode number && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : null;
        return new ListSizing(assumed, Texts(directives, "slicingArguments"), Texts(directives, "sizedFields"));
    }

    private static string[] Texts(DirectiveNode[] directives, string argument)
        => [.. ((Argument(directives, "listSize", argument) as ListValueNode)?.Values ?? []).OfType<StringValueNode>().Select(text => text.Value)];

    private static ValueNode? Argument(DirectiveNode[] directives, string directive, string argument)
        => Array.Find(Array.Find(directives, found => found.Name.Value == directive)?.Arguments ?? [], found => found.Name.Value == argument)?.Value;
}
