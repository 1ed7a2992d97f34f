namespace ProdSales.GraphQL.Language.Syntax;

/// <summary>A definition of the schema language; <paramref name="IsExtension"/> tells <c>extend</c> forms apart.</summary>
internal abstract record TypeSystemNode(int Start, StringValueNode? Description, DirectiveNode[] Directives, bool IsExtension)
    : DefinitionNode(Start, Description);

/// <summary><c>schema { … }</c>.</summary>
internal sealed record SchemaNode(
    int Start, StringValueNode? Description, DirectiveNode[] Directives, OperationTypeNode[] OperationTypes, bool IsExtension)
    : TypeSystemNode(Start, Description, Directives, IsExtension);

/// <summary><c>query: Type</c> of a schema definition.</summary>
internal sealed record OperationTypeNode(int Start, OperationKind Kind, NamedTypeNode Type) : Node(Start);

/// <summary>A definition or extension of a named type.</summary>
internal abstract record TypeDefinitionNode(
    int Start, StringValueNode? Description, Name Name, DirectiveNode[] Directives, bool IsExtension)
    : TypeSystemNode(Start, Description, Directives, IsExtension);

/// <summary><c>scalar Name</c>.</summary>
internal sealed record ScalarNode(int Start, StringValueNode? Description, Name Name, DirectiveNode[] Directives, bool IsExtension)
    : TypeDefinitionNode(Start, Description, Name, Directives, IsExtension);

/// <summary><c>type Name implements … { … }</c>, or <c>interface</c> in the same form.</summary>
internal sealed record FieldsTypeNode(
    int Start,
    StringValueNode? Description,
    Name Name,
    bool IsInterface,
    NamedTypeNode[] Interfaces,
    DirectiveNode[] Directives,
    FieldDefinitionNode[] Fields,
    bool IsExtension) : TypeDefinitionNode(Start, Description, Name, Directives, IsExtension);

/// <summary><c>union Name = A | B</c>.</summary>
internal sealed record UnionNode(
    int Start, StringValueNode? Description, Name Name, DirectiveNode[] Directives, NamedTypeNode[] Members, bool IsExtension)
    : TypeDefinitionNode(Start, Description, Name, Directives, IsExtension);

/// <summary><c>enum Name { … }</c>.</summary>
internal sealed record EnumNode(
    int Start, StringValueNode? Description, Name Name, DirectiveNode[] Directives, EnumValueDefinitionNode[] Values, bool IsExtension)
    : TypeDefinitionNode(Start, Description, Name, Directives, IsExtension);

/// <summary><c>input Name { … }</c>.</summary>
internal sealed record InputObjectNode(
    int Start, StringValueNode? Description, Name Name, DirectiveNode[] Directives, InputValueDefinitionNode[] Fields, bool IsExtension)
    : TypeDefinitionNode(Start, Description, Name, Directives, IsExtension);

/// <summary><c>directive @name(…) repeatable on A | B</c>.</summary>
internal sealed record DirectiveDefinitionNode(
    int Start, StringValueNode? Description, Name Name, InputValueDefinitionNode[] Arguments, bool IsRepeatable, Name[] Locations)
    : TypeSystemNode(Start, Description, [], IsExtension: false);

/// <summary>A field of an object type or interface.</summary>
internal sealed record FieldDefinitionNode(
    int Start, StringValueNode? Description, Name Name, InputValueDefinitionNode[] Arguments, TypeNode Type, DirectiveNode[] Directives)
    : Node(Start);

/// <summary>An argument or a field of an input object.</summary>
internal sealed record InputValueDefinitionNode(
    int Start, StringValueNode? Description, Name Name, TypeNode Type, ValueNode? DefaultValue, DirectiveNode[] Directives)
    : Node(Start);

/// <summary>A value of an enum.</summary>
internal sealed record EnumValueDefinitionNode(int Start, StringValueNode? Description, Name Name, DirectiveNode[] Directives)
    : Node(Start);
