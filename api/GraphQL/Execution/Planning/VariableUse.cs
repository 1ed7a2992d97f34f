using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>Whether a literal depends on variables.</summary>
internal static class VariableUse
{
    public static bool In(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => Array.Exists(list.Values, In),
        ObjectValueNode fields => Array.Exists(fields.Fields, field => In(field.Value)),
        _ => false,
    };
}
