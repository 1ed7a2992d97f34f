using System.Text;
using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Language.Parsing;

/// <summary>Recursive descent over the tokens of one document, with the depth counted for every production that nests.</summary>
internal ref partial struct Parser
{
    private readonly SourceText _source;
    private readonly ReadOnlySpan<byte> _text;
    private readonly ParserLimits _limits;
    private Lexer _lexer;
    private Token _token;
    private int _depth;

    public Parser(SourceText source, ParserLimits limits)
    {
        _source = source;
        _text = source.Utf8.Span;
        _limits = limits;
        _lexer = new Lexer(_text, limits);
        _token = _lexer.Next();
    }

    public DocumentNode Document()
    {
        List<DefinitionNode> definitions = [];
        do
        {
            definitions.Add(Definition());
        }
        while (_token.Kind != TokenKind.EndOfFile);
        return new DocumentNode([.. definitions], _source);
    }

    public TypeNode SingleType()
    {
        TypeNode type = TypeReference();
        Expect(TokenKind.EndOfFile);
        return type;
    }

    public ValueNode SingleLiteral()
    {
        ValueNode value = Value(isConstant: true);
        Expect(TokenKind.EndOfFile);
        return value;
    }

    private DefinitionNode Definition()
    {
        if (_token.Kind == TokenKind.OpenBrace)
        {
            return new OperationNode(_token.Start, null, OperationKind.Query, null, [], [], SelectionSet());
        }

        Token first = _token;
        StringValueNode? description = Description();
        if (description is not null && _token.Kind == TokenKind.OpenBrace)
        {
            throw Error("Unexpected description, descriptions are not supported on shorthand queries.", first.Start);
        }

        if (_token.Kind == TokenKind.Name)
        {
            string keyword = TextOf(_token);
            DefinitionNode? definition = keyword switch
            {
                "query" or "mutation" or "subscription" => Operation(first.Start, description),
                "fragment" => Fragment(first.Start, description),
                _ => TypeSystem(keyword, first.Start, description, isExtension: false),
            };
            if (definition is not null)
            {
                return definition;
            }

            if (description is not null)
            {
                throw Error("Unexpected description, only GraphQL definitions support descriptions.", first.Start);
            }

            if (keyword == "extend")
            {
                return Extension();
            }
        }

        throw Unexpected(_token);
    }

    private StringValueNode? Description()
        => _token.Kind is TokenKind.String or TokenKind.BlockString ? StringValue() : null;

    private void Advance() => _token = _lexer.Next();

    private Token Expect(TokenKind kind)
    {
        Token token = _token;
        if (token.Kind != kind)
        {
            throw Error($"Expected {Token.Describe(kind)}, found {Describe(token)}.", token.Start);
        }

        if (kind != TokenKind.EndOfFile)
        {
            Advance();
        }

        return token;
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private readonly bool AtKeyword(ReadOnlySpan<byte> keyword)
        => _token.Kind == TokenKind.Name && BytesOf(_token).SequenceEqual(keyword);

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!AtKeyword(keyword))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword))
        {
            throw Error($"Expected \"{Encoding.UTF8.GetString(keyword)}\", found {Describe(_token)}.", _token.Start);
        }
    }

    private Name ParseName()
    {
        Token token = Expect(TokenKind.Name);
        return new Name(TextOf(token), token.Start);
    }

    private void Enter()
    {
        if (++_depth > _limits.Depth)
        {
            throw new SyntaxException(ErrorCodes.LimitExceeded, $"Document nests deeper than {_limits.Depth} levels.", _token.Start);
        }
    }

    private void Leave() => _depth--;

    private readonly ReadOnlySpan<byte> BytesOf(Token token) => _text[token.Start..token.End];

    private readonly string TextOf(Token token) => CommonNames.TextOf(BytesOf(token));

    private readonly SyntaxException Unexpected(Token token) => Error($"Unexpected {Describe(token)}.", token.Start);

    private readonly string Describe(Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{token.Kind} \"{TextOf(token)}\"",
        TokenKind.String => $"String \"{StringLiteral.DecodeQuoted(_text, token.Start, token.End)}\"",
        TokenKind.BlockString => $"BlockString \"{BlockString.Decode(BytesOf(token))}\"",
        _ => Token.Describe(token.Kind),
    };

    private static SyntaxException Error(string message, int at) => new(ErrorCodes.SyntaxError, message, at);
}
