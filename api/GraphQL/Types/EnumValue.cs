namespace ProdSales.GraphQL.Types;

/// <summary>One name of an enum.</summary>
/// <param name="Name">The name as documents and responses write it.</param>
/// <param name="Value">What resolvers see and return for it; the name itself unless the builder was told otherwise.</param>
/// <param name="Description">What it means, or null.</param>
/// <param name="DeprecationReason">Why it should no longer be used; null while it should.</param>
public sealed record EnumValue(string Name, object Value, string? Description, string? DeprecationReason);
