namespace ProdSales.GraphQL.Language.Syntax;

/// <summary>A reference to a type.</summary>
internal abstract record TypeNode(int Start) : Node(Start);

/// <summary>A type by name.</summary>
internal sealed record NamedTypeNode(int Start, string Name) : TypeNode(Start);

/// <summary><c>[type]</c>.</summary>
internal sealed record ListTypeNode(int Start, TypeNode Item) : TypeNode(Start);

/// <summary><c>type!</c>.</summary>
internal sealed record NonNullTypeNode(int Start, TypeNode Inner) : TypeNode(Start);
