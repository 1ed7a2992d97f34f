using System.Text;
using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Language.Parsing;

/// <content>Values and type references (chapters 2.9 to 2.11 of the specification).</content>
internal ref partial struct Parser
{
    private ValueNode Value(bool isConstant)
    {
        Token token = _token;
        switch (token.Kind)
        {
            case TokenKind.OpenBracket:
                return ListValue(isConstant);
            case TokenKind.OpenBrace:
                return ObjectValue(isConstant);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(token.Start, Encoding.UTF8.GetString(BytesOf(token)));
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(token.Start, Encoding.UTF8.GetString(BytesOf(token)));
            case TokenKind.String or TokenKind.BlockString:
                return StringValue();
            case TokenKind.Name:
                Advance();
                return TextOf(token) switch
                {
                    "true" => new BooleanValueNode(token.Start, true),
                    "false" => new BooleanValueNode(token.Start, false),
                    "null" => new NullValueNode(token.Start),
                    string name => new EnumValueNode(token.Start, name),
                };
            case TokenKind.Dollar when isConstant:
                Advance();
                throw _token.Kind == TokenKind.Name
                    ? Error($"Unexpected variable \"${TextOf(_token)}\" in constant value.", token.Start)
                    : Unexpected(token);
            case TokenKind.Dollar:
                return Variable();
            default:
                throw Unexpected(token);
        }
    }

    private VariableNode Variable()
    {
        int start = Expect(TokenKind.Dollar).Start;
        Name name = ParseName();
        return new VariableNode(start, name.Value, name.Start);
    }

    private StringValueNode StringValue()
    {
        Token token = _token;
        Advance();
        return token.Kind == TokenKind.BlockString
            ? new StringValueNode(token.Start, BlockString.Decode(BytesOf(token)), IsBlock: true)
            : new StringValueNode(token.Start, StringLiteral.DecodeQuoted(_text, token.Start, token.End), IsBlock: false);
    }

    private ListValueNode ListValue(bool isConstant)
    {
        Enter();
        int start = Expect(TokenKind.OpenBracket).Start;
        List<ValueNode> values = [];
        while (!Skip(TokenKind.CloseBracket))
        {
            values.Add(Value(isConstant));
        }

        Leave();
        return new ListValueNode(start, [.. values]);
    }

    private ObjectValueNode ObjectValue(bool isConstant)
    {
        Enter();
        int start = Expect(TokenKind.OpenBrace).Start;
        List<ObjectFieldNode> fields = [];
        while (!Skip(TokenKind.CloseBrace))
        {
            Name name = ParseName();
            Expect(TokenKind.Colon);
            fields.Add(new ObjectFieldNode(name.Start, name, Value(isConstant)));
        }

        Leave();
        return new ObjectValueNode(start, [.. fields]);
    }

    private TypeNode TypeReference()
    {
        int start = _token.Start;
        TypeNode type;
        if (Skip(TokenKind.OpenBracket))
        {
            Enter();
            type = new ListTypeNode(start, TypeReference());
            Expect(TokenKind.CloseBracket);
            Leave();
        }
        else
        {
            type = NamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(start, type) : type;
    }

    private NamedTypeNode NamedType()
    {
        Name name = ParseName();
        return new NamedTypeNode(name.Start, name.Value);
    }
}
