using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Execution.Planning;

/// <summary>A field of the document where it was collected.</summary>
/// <param name="Node">The field.</param>
/// <param name="Usage">The innermost <c>@defer</c> around it; null for none.</param>
internal readonly record struct FieldUse(FieldNode Node, DeferUsage? Usage);
