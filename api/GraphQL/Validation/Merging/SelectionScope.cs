using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation.Merging;

/// <summary>A selection set and the type that it is selected on, which the set's place in the document decides.</summary>
internal sealed record SelectionScope(NamedType? Parent, SelectionSetNode Set)
{
    /// <summary>The selection sets below fields, as scopes.</summary>
    public static IEnumerable<SelectionScope> Below(IEnumerable<MergeField> fields)
        => fields.Where(field => field.Node.SelectionSet is not null).Select(field => new SelectionScope(field.Definition?.Type.Named, field.Node.SelectionSet!));
}
