using System.Buffers;
using System.Text;

namespace ProdSales.GraphQL.Language.Parsing;

/// <summary>Cuts UTF-8 text into tokens without copying a byte; strings are decoded later, by <see cref="StringLiteral"/>.</summary>
internal ref struct Lexer(ReadOnlySpan<byte> text, ParserLimits limits)
{
    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private readonly ReadOnlySpan<byte> _text = text;
    private int _at = text.StartsWith("\uFEFF"u8) ? 3 : 0;
    private int _count;

    public Token Next()
    {
        SkipIgnored();
        if (_at >= _text.Length)
        {
            return new Token(TokenKind.EndOfFile, _text.Length, _text.Length);
        }

        int start = _at;
        if (++_count > limits.Tokens)
        {
            throw new SyntaxException(ErrorCodes.LimitExceeded, $"Document contains more that {limits.Tokens} tokens. Parsing aborted.", start);
        }

        byte first = _text[start];
        if (IsNameStart(first))
        {
            int length = _text[start..].IndexOfAnyExcept(NameBytes);
            _at = length < 0 ? _text.Length : start + length;
            return new Token(TokenKind.Name, start, _at);
        }

        TokenKind punctuator = Punctuator(first);
        if (punctuator != TokenKind.StartOfFile)
        {
            _at += punctuator == TokenKind.Spread ? 3 : 1;
            return new Token(punctuator, start, _at);
        }

        return first switch
        {
            (byte)'"' => String(start),
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => Number(start),
            (byte)'\'' => throw Error("Unexpected single quote character ('), did you mean to use a double quote (\")?", start),
            _ => throw Error($"{(Rune.DecodeFromUtf8(_text[start..], out _, out _) == OperationStatus.Done ? "Unexpected" : "Invalid")} character: {PrintAt(start)}.", start),
        };
    }

    internal static bool IsNameStart(byte b) => (uint)((b | 0x20) - 'a') <= 'z' - 'a' || b == '_';

    private static bool IsDigit(byte b) => (uint)(b - '0') <= 9;

    private readonly TokenKind Punctuator(byte first) => first switch
    {
        (byte)'!' => TokenKind.Bang,
        (byte)'$' => TokenKind.Dollar,
        (byte)'&' => TokenKind.Ampersand,
        (byte)'(' => TokenKind.OpenParenthesis,
        (byte)')' => TokenKind.CloseParenthesis,
        (byte)':' => TokenKind.Colon,
        (byte)'=' => TokenKind.EqualsSign,
        (byte)'@' => TokenKind.At,
        (byte)'[' => TokenKind.OpenBracket,
        (byte)']' => TokenKind.CloseBracket,
        (byte)'{' => TokenKind.OpenBrace,
        (byte)'|' => TokenKind.Pipe,
        (byte)'}' => TokenKind.CloseBrace,
        (byte)'.' when _text[_at..].StartsWith("..."u8) => TokenKind.Spread,
        _ => TokenKind.StartOfFile,
    };

    private void SkipIgnored()
    {
        while (_at < _text.Length)
        {
            switch (_text[_at])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    _at++;
                    break;
                case (byte)'#':
                    int rest = _text[_at..].IndexOfAny(LineEnds);
                    _at = rest < 0 ? _text.Length : _at + rest;
                    break;
                case 0xEF when _text[_at..].StartsWith("\uFEFF"u8):
                    _at += 3;
                    break;
                default:
                    return;
            }
        }
    }

    private Token Number(int start)
    {
        int at = start + (_text[start] == '-' ? 1 : 0);
        bool isFloat = false;
        if (ByteAt(at) == '0')
        {
            if (IsDigit(ByteAt(++at)))
            {
                throw Error($"Invalid number, unexpected digit after 0: {PrintAt(at)}.", at);
            }
        }
        else
        {
            at = Digits(at);
        }

        if (ByteAt(at) == '.')
        {
            isFloat = true;
            at = Digits(at + 1);
        }

        if ((ByteAt(at) | 0x20) == 'e')
        {
            isFloat = true;
            at++;
            at = Digits(at + (ByteAt(at) is (byte)'+' or (byte)'-' ? 1 : 0));
        }

        if (ByteAt(at) == '.' || IsNameStart(ByteAt(at)))
        {
            throw Error($"Invalid number, expected digit but got: {PrintAt(at)}.", at);
        }

        if (at - start > limits.NumberBytes)
        {
            throw new SyntaxException(ErrorCodes.LimitExceeded, $"Number literal is longer than {limits.NumberBytes} characters.", start);
        }

        _at = at;
        return new Token(isFloat ? TokenKind.Float : TokenKind.Int, start, at);
    }

    private readonly int Digits(int at)
    {
        if (!IsDigit(ByteAt(at)))
        {
            throw Error($"Invalid number, expected digit but got: {PrintAt(at)}.", at);
        }

        while (IsDigit(ByteAt(at)))
        {
            at++;
        }

        return at;
    }

    private Token String(int start)
    {
        bool isBlock = _text[start..].StartsWith("\"\"\""u8);
        _at = isBlock ? StringLiteral.EndOfBlock(_text, start) : StringLiteral.EndOfQuoted(_text, start);
        if (_at - start > limits.StringBytes)
        {
            throw new SyntaxException(ErrorCodes.LimitExceeded, $"String literal is longer than {limits.StringBytes} bytes.", start);
        }

        return new Token(isBlock ? TokenKind.BlockString : TokenKind.String, start, _at);
    }

    private readonly byte ByteAt(int at) => at < _text.Length ? _text[at] : (byte)0;

    private readonly string PrintAt(int at) => StringLiteral.PrintCharacter(_text, at);

    private static SyntaxException Error(string message, int at) => new(ErrorCodes.SyntaxError, message, at);
}
