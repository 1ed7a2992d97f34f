using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Language.Parsing;

/// <content>Operations, selections and fragments (chapters 2.3 to 2.8 and 2.12 of the specification).</content>
internal ref partial struct Parser
{
    private OperationNode Operation(int start, StringValueNode? description)
    {
        OperationKind kind = OperationKindName();
        Name? name = _token.Kind == TokenKind.Name ? ParseName() : null;
        return new OperationNode(start, description, kind, name, VariableDefinitions(), Directives(isConstant: false), SelectionSet());
    }

    private OperationKind OperationKindName()
    {
        Token token = Expect(TokenKind.Name);
        return TextOf(token) switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => throw Unexpected(token),
        };
    }

    private VariableDefinitionNode[] VariableDefinitions()
    {
        if (!Skip(TokenKind.OpenParenthesis))
        {
            return [];
        }

        List<VariableDefinitionNode> variables = [];
        do
        {
            variables.Add(VariableDefinition());
        }
        while (!Skip(TokenKind.CloseParenthesis));
        return [.. variables];
    }

    private VariableDefinitionNode VariableDefinition()
    {
        int start = _token.Start;
        StringValueNode? description = Description();
        VariableNode variable = Variable();
        Expect(TokenKind.Colon);
        TypeNode type = TypeReference();
        ValueNode? defaultValue = Skip(TokenKind.EqualsSign) ? Value(isConstant: true) : null;
        return new VariableDefinitionNode(start, description, variable, type, defaultValue, Directives(isConstant: true));
    }

    private FragmentNode Fragment(int start, StringValueNode? description)
    {
        Advance();
        Name name = FragmentName();
        ExpectKeyword("on"u8);
        return new FragmentNode(start, description, name, NamedType(), Directives(isConstant: false), SelectionSet());
    }

    private Name FragmentName() => AtKeyword("on"u8) ? throw Unexpected(_token) : ParseName();

    private SelectionSetNode SelectionSet()
    {
        Enter();
        int start = Expect(TokenKind.OpenBrace).Start;
        List<SelectionNode> selections = [];
        do
        {
            selections.Add(_token.Kind == TokenKind.Spread ? Spread() : Field());
        }
        while (!Skip(TokenKind.CloseBrace));
        Leave();
        return new SelectionSetNode(start, [.. selections]);
    }

    private FieldNode Field()
    {
        Name name = ParseName();
        Name? alias = null;
        int start = name.Start;
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = ParseName();
        }

        ArgumentNode[] arguments = Arguments(isConstant: false);
        DirectiveNode[] directives = Directives(isConstant: false);
        return new FieldNode(start, alias, name, arguments, directives, _token.Kind == TokenKind.OpenBrace ? SelectionSet() : null);
    }

    private SelectionNode Spread()
    {
        int start = Expect(TokenKind.Spread).Start;
        bool hasCondition = SkipKeyword("on"u8);
        if (!hasCondition && _token.Kind == TokenKind.Name)
        {
            Name name = FragmentName();
            return new FragmentSpreadNode(start, name, Directives(isConstant: false));
        }

        NamedTypeNode? condition = hasCondition ? NamedType() : null;
        DirectiveNode[] directives = Directives(isConstant: false);
        return new InlineFragmentNode(start, condition, directives, SelectionSet());
    }

    private ArgumentNode[] Arguments(bool isConstant)
    {
        if (!Skip(TokenKind.OpenParenthesis))
        {
            return [];
        }

        List<ArgumentNode> arguments = [];
        do
        {
            Name name = ParseName();
            Expect(TokenKind.Colon);
            arguments.Add(new ArgumentNode(name.Start, name, Value(isConstant)));
        }
        while (!Skip(TokenKind.CloseParenthesis));
        return [.. arguments];
    }

    private DirectiveNode[] Directives(bool isConstant)
    {
        if (_token.Kind != TokenKind.At)
        {
            return [];
        }

        List<DirectiveNode> directives = [];
        do
        {
            int start = Expect(TokenKind.At).Start;
            Name name = ParseName();
            directives.Add(new DirectiveNode(start, name, Arguments(isConstant)));
        }
        while (_token.Kind == TokenKind.At);
        return [.. directives];
    }
}
