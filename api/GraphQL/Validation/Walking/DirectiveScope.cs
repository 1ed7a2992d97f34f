using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation.Walking;

/// <summary>Stands for a directive that the schema does not know, so that its arguments are not taken for those of the field.</summary>
internal static class DirectiveScope
{
    public static DirectiveDefinition Unknown { get; } = new("", null, [], isRepeatable: true, []);
}
