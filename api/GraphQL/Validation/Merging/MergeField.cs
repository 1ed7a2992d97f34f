using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation.Merging;

/// <summary>A field that may have to be merged with others of its response name.</summary>
/// <param name="Parent">The type that it is selected on, or null when unknown.</param>
/// <param name="Node">The field in the document.</param>
/// <param name="Definition">The field in the schema, or null when unknown.</param>
/// <param name="Origin">The fragment that it stands in; null for the selection set itself.</param>
internal sealed record MergeField(NamedType? Parent, FieldNode Node, FieldDefinition? Definition, string? Origin)
{
    /// <summary>Whether no value can have both fields: they are selected on different object types.</summary>
    public static bool AreExclusive(MergeField one, MergeField other)
        => !ReferenceEquals(one.Parent, other.Parent) && one.Parent is ObjectType && other.Parent is ObjectType;
}
