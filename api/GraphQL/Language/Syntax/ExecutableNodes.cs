namespace ProdSales.GraphQL.Language.Syntax;

/// <summary>The three kinds of operation.</summary>
internal enum OperationKind : byte
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>An operation; the shorthand <c>{ … }</c> has no name.</summary>
internal sealed record OperationNode(
    int Start,
    StringValueNode? Description,
    OperationKind Kind,
    Name? Name,
    VariableDefinitionNode[] Variables,
    DirectiveNode[] Directives,
    SelectionSetNode SelectionSet) : DefinitionNode(Start, Description);

/// <summary><c>$name: type = default</c>.</summary>
internal sealed record VariableDefinitionNode(
    int Start,
    StringValueNode? Description,
    VariableNode Variable,
    TypeNode Type,
    ValueNode? DefaultValue,
    DirectiveNode[] Directives) : Node(Start);

/// <summary>A named fragment.</summary>
internal sealed record FragmentNode(
    int Start,
    StringValueNode? Description,
    Name Name,
    NamedTypeNode TypeCondition,
    DirectiveNode[] Directives,
    SelectionSetNode SelectionSet) : DefinitionNode(Start, Description);

/// <summary><c>{ selections }</c>, never empty.</summary>
internal sealed record SelectionSetNode(int Start, SelectionNode[] Selections) : Node(Start);

/// <summary>A field, a fragment spread or an inline fragment.</summary>
internal abstract record SelectionNode(int Start, DirectiveNode[] Directives) : Node(Start);

/// <summary><c>alias: name(arguments) @directives { … }</c>.</summary>
internal sealed record FieldNode(
    int Start,
    Name? Alias,
    Name Name,
    ArgumentNode[] Arguments,
    DirectiveNode[] Directives,
    SelectionSetNode? SelectionSet) : SelectionNode(Start, Directives)
{
    /// <summary>The key of the field in the response.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary><c>...name</c>.</summary>
internal sealed record FragmentSpreadNode(int Start, Name Name, DirectiveNode[] Directives) : SelectionNode(Start, Directives);

/// <summary><c>... on Type { … }</c>.</summary>
internal sealed record InlineFragmentNode(
    int Start,
    NamedTypeNode? TypeCondition,
    DirectiveNode[] Directives,
    SelectionSetNode SelectionSet) : SelectionNode(Start, Directives);
