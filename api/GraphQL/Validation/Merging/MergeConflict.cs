using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Validation.Merging;

/// <summary>Why two fields cannot be merged, with the fields of both sides down to the cause.</summary>
internal sealed record MergeConflict(string ResponseName, string Reason, IReadOnlyList<FieldNode> Left, IReadOnlyList<FieldNode> Right);
