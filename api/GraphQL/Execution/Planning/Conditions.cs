using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>What the <c>if</c> of directives decides.</summary>
internal static class Conditions
{
    /// <summary>Whether <c>@skip</c> and <c>@include</c> let a selection into the response.</summary>
    public static bool IsIncluded(DirectiveNode[] directives, VariableValues variables)
    {
        foreach (DirectiveNode directive in directives)
        {
            if (directive.Name.Value is "skip" or "include" && IfOf(directive, variables) is { } holds && holds == (directive.Name.Value == "skip"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a directive counts whose <c>if</c> is true by default.</summary>
    public static bool Holds(DirectiveNode directive, VariableValues variables) => IfOf(directive, variables) ?? true;

    private static bool? IfOf(DirectiveNode directive, VariableValues variables)
        => Array.Find(directive.Arguments, argument => argument.Name.Value == "if")?.Value switch
        {
            BooleanValueNode flag => flag.Value,
            VariableNode variable => variables.IsTrue(variable.Name),
            _ => null,
        };
}
