using ProdSales.GraphQL.Language.Syntax;
using ProdSales.GraphQL.Types;

namespace ProdSales.GraphQL.Validation.Walking;

/// <summary>A place where a variable is used.</summary>
/// <param name="Variable">The variable there.</param>
/// <param name="Type">The type that the place expects, or null when unknown.</param>
/// <param name="HasDefault">Whether the place has a default of its own.</param>
/// <param name="ParentType">The type of the list or object around the place, or null.</param>
internal sealed record VariableUsage(VariableNode Variable, GraphType? Type, bool HasDefault, GraphType? ParentType);
