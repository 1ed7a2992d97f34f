using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Language.Parsing;

/// <content>The schema language (chapter 3 of the specification).</content>
internal ref partial struct Parser
{
    private TypeSystemNode? TypeSystem(string keyword, int start, StringValueNode? description, bool isExtension) => keyword switch
    {
        "schema" => Schema(start, description, isExtension),
        "scalar" => Scalar(start, description, isExtension),
        "type" => FieldsType(start, description, isInterface: false, isExtension),
        "interface" => FieldsType(start, description, isInterface: true, isExtension),
        "union" => Union(start, description, isExtension),
        "enum" => Enum(start, description, isExtension),
        "input" => InputObject(start, description, isExtension),
        "directive" when !isExtension => DirectiveDefinition(start, description),
        _ => null,
    };

    private TypeSystemNode Extension()
    {
        int start = _token.Start;
        Advance();
        string keyword = _token.Kind == TokenKind.Name ? TextOf(_token) : string.Empty;
        return TypeSystem(keyword, start, description: null, isExtension: true) ?? throw Unexpected(_token);
    }

    private SchemaNode Schema(int start, StringValueNode? description, bool isExtension)
    {
        Advance();
        DirectiveNode[] directives = Directives(isConstant: true);
        OperationTypeNode[] operations = [];
        if (!isExtension || _token.Kind == TokenKind.OpenBrace)
        {
            Expect(TokenKind.OpenBrace);
            List<OperationTypeNode> found = [];
            do
            {
                found.Add(OperationType());
            }
            while (!Skip(TokenKind.CloseBrace));
            operations = [.. found];
        }

        RequireContent(isExtension, directives.Length + operations.Length);
        return new SchemaNode(start, description, directives, operations, isExtension);
    }

    private OperationTypeNode OperationType()
    {
        int start = _token.Start;
        OperationKind kind = OperationKindName();
        Expect(TokenKind.Colon);
        return new OperationTypeNode(start, kind, NamedType());
    }

    private ScalarNode Scalar(int start, StringValueNode? description, bool isExtension)
    {
        Advance();
        Name name = ParseName();
        DirectiveNode[] directives = Directives(isConstant: true);
        RequireContent(isExtension, directives.Length);
        return new ScalarNode(start, description, name, directives, isExtension);
    }

    private FieldsTypeNode FieldsType(int start, StringValueNode? description, bool isInterface, bool isExtension)
    {
        Advance();
        Name name = ParseName();
        NamedTypeNode[] interfaces = SkipKeyword("implements"u8) ? Separated(TokenKind.Ampersand) : [];
        DirectiveNode[] directives = Directives(isConstant: true);
        List<FieldDefinitionNode> fields = [];
        if (Skip(TokenKind.OpenBrace))
        {
            do
            {
                fields.Add(FieldDefinition());
            }
            while (!Skip(TokenKind.CloseBrace));
        }

        RequireContent(isExtension, interfaces.Length + directives.Length + fields.Count);
        return new FieldsTypeNode(start, description, name, isInterface, interfaces, directives, [.. fields], isExtension);
    }

    private FieldDefinitionNode FieldDefinition()
    {
        int start = _token.Start;
        StringValueNode? description = Description();
        Name name = ParseName();
        InputValueDefinitionNode[] arguments = InputValues(TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
        Expect(TokenKind.Colon);
        TypeNode type = TypeReference();
        return new FieldDefinitionNode(start, description, name, arguments, type, Directives(isConstant: true));
    }

    private InputValueDefinitionNode[] InputValues(TokenKind open, TokenKind close)
    {
        if (!Skip(open))
        {
            return [];
        }

        List<InputValueDefinitionNode> values = [];
        do
        {
            values.Add(InputValue());
        }
        while (!Skip(close));
        return [.. values];
    }

    private InputValueDefinitionNode InputValue()
    {
        int start = _token.Start;
        StringValueNode? description = Description();
        Name name = ParseName();
        Expect(TokenKind.Colon);
        TypeNode type = TypeReference();
        ValueNode? defaultValue = Skip(TokenKind.EqualsSign) ? Value(isConstant: true) : null;
        return new InputValueDefinitionNode(start, description, name, type, defaultValue, Directives(isConstant: true));
    }

    private UnionNode Union(int start, StringValueNode? description, bool isExtension)
    {
        Advance();
        Name name = ParseName();
        DirectiveNode[] directives = Directives(isConstant: true);
        NamedTypeNode[] members = Skip(TokenKind.EqualsSign) ? Separated(TokenKind.Pipe) : [];
        RequireContent(isExtension, directives.Length + members.Length);
        return new UnionNode(start, description, name, directives, members, isExtension);
    }

    private EnumNode Enum(int start, StringValueNode? description, bool isExtension)
    {
        Advance();
        Name name = ParseName();
        DirectiveNode[] directives = Directives(isConstant: true);
        List<EnumValueDefinitionNode> values = [];
        if (Skip(TokenKind.OpenBrace))
        {
            do
            {
                values.Add(EnumValue());
            }
            while (!Skip(TokenKind.CloseBrace));
        }

        RequireContent(isExtension, directives.Length + values.Count);
        return new EnumNode(start, description, name, directives, [.. values], isExtension);
    }

    private EnumValueDefinitionNode EnumValue()
    {
        int start = _token.Start;
        StringValueNode? description = Description();
        if (AtKeyword("true"u8) || AtKeyword("false"u8) || AtKeyword("null"u8))
        {
            throw Error($"{Describe(_token)} is reserved and cannot be used for an enum value.", _token.Start);
        }

        Name name = ParseName();
        return new EnumValueDefinitionNode(start, description, name, Directives(isConstant: true));
    }

    private InputObjectNode InputObject(int start, StringValueNode? description, bool isExtension)
    {
        Advance();
        Name name = ParseName();
        DirectiveNode[] directives = Directives(isConstant: true);
        InputValueDefinitionNode[] fields = InputValues(TokenKind.OpenBrace, TokenKind.CloseBrace);
        RequireContent(isExtension, directives.Length + fields.Length);
        return new InputObjectNode(start, description, name, directives, fields, isExtension);
    }

    private DirectiveDefinitionNode DirectiveDefinition(int start, StringValueNode? description)
    {
        Advance();
        Expect(TokenKind.At);
        Name name = ParseName();
        InputValueDefinitionNode[] arguments = InputValues(TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
        bool isRepeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        Skip(TokenKind.Pipe);
        List<Name> locations = [];
        do
        {
            Token token = _token;
            Name location = ParseName();
            locations.Add(DirectiveLocations.All.Contains(location.Value) ? location : throw Unexpected(token));
        }
        while (Skip(TokenKind.Pipe));
        return new DirectiveDefinitionNode(start, description, name, arguments, isRepeatable, [.. locations]);
    }

    private NamedTypeNode[] Separated(TokenKind separator)
    {
        Skip(separator);
        List<NamedTypeNode> types = [];
        do
        {
            types.Add(NamedType());
        }
        while (Skip(separator));
        return [.. types];
    }

    private readonly void RequireContent(bool isExtension, int count)
    {
        if (isExtension && count == 0)
        {
            throw Unexpected(_token);
        }
    }
}
