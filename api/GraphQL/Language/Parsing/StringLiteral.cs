using System.Buffers;
using System.Globalization;
using System.Text;

namespace ProdSales.GraphQL.Language.Parsing;

/// <summary>Quoted and block strings: where they end and what they mean (chapter 2.9.4).</summary>
internal static class StringLiteral
{
    // Every Unicode character may stand in a string, control characters among them, but not the end of a line.
    private static readonly SearchValues<byte> QuotedStops = SearchValues.Create("\"\\\n\r"u8);

    /// <summary>The offset behind the closing quote; escapes are only skipped here, and checked when decoded.</summary>
    public static int EndOfQuoted(ReadOnlySpan<byte> text, int start)
    {
        int at = start + 1;
        while (true)
        {
            int stop = text[at..].IndexOfAny(QuotedStops);
            if (stop < 0)
            {
                throw Error("Unterminated string.", text.Length);
            }

            at += stop;
            switch (text[at])
            {
                case (byte)'"':
                    return at + 1;
                case (byte)'\\':
                    at += EscapeLength(text, at);
                    break;
                default:
                    throw Error("Unterminated string.", at);
            }
        }
    }

    /// <summary>The offset behind the closing three quotes.</summary>
    public static int EndOfBlock(ReadOnlySpan<byte> text, int start)
    {
        int at = start + 3;
        while (true)
        {
            int stop = text[at..].IndexOf("\"\"\""u8);
            if (stop < 0)
            {
                throw Error("Unterminated string.", text.Length);
            }

            at += stop + 3;
            if (text[at - 4] != '\\' || at - 4 < start + 3)
            {
                return at;
            }
        }
    }

    /// <summary>The text that a quoted literal means, its quotes stripped and its escapes resolved.</summary>
    public static string DecodeQuoted(ReadOnlySpan<byte> text, int start, int end)
    {
        ReadOnlySpan<byte> inner = text[(start + 1)..(end - 1)];
        if (inner.IndexOf((byte)'\\') < 0)
        {
            return Encoding.UTF8.GetString(inner);
        }

        StringBuilder value = new(inner.Length);
        int at = start + 1;
        while (at < end - 1)
        {
            int plain = text[at..(end - 1)].IndexOf((byte)'\\');
            int plainEnd = plain < 0 ? end - 1 : at + plain;
            value.Append(Encoding.UTF8.GetString(text[at..plainEnd]));
            at = plainEnd;
            if (at < end - 1)
            {
                int length = EscapeLength(text, at);
                AppendEscape(value, text.Slice(at, length));
                at += length;
            }
        }

        return value.ToString();
    }

    /// <summary>How an error message shows the character at an offset: in quotes when printable ASCII, else by code point.</summary>
    public static string PrintCharacter(ReadOnlySpan<byte> text, int at)
    {
        if (at >= text.Length)
        {
            return "<EOF>";
        }

        if (text[at] is >= 0x20 and <= 0x7E)
        {
            return text[at] == '"' ? "'\"'" : $"\"{(char)text[at]}\"";
        }

        int code = Rune.DecodeFromUtf8(text[at..], out Rune rune, out _) == OperationStatus.Done ? rune.Value : text[at];
        return "U+" + code.ToString("X4", CultureInfo.InvariantCulture);
    }

    private static int EscapeLength(ReadOnlySpan<byte> text, int at)
    {
        byte kind = at + 1 < text.Length ? text[at + 1] : (byte)0;
        return kind switch
        {
            (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t' => 2,
            (byte)'u' when at + 2 < text.Length && text[at + 2] == '{' => BracedLength(text, at),
            (byte)'u' => FixedLength(text, at),
            _ => throw Error($"Invalid character escape sequence: \"{Shown(text, at, 2)}\".", at),
        };
    }

    private static int BracedLength(ReadOnlySpan<byte> text, int at)
    {
        int code = 0;
        for (int size = 3; size < 12; size++)
        {
            byte next = at + size < text.Length ? text[at + size] : (byte)0;
            if (next == '}')
            {
                if (size < 5 - 1 || !Rune.IsValid(code))
                {
                    break;
                }

                return size + 1;
            }

            code = (code << 4) | HexDigit(next);
            if (code < 0)
            {
                break;
            }
        }

        int shown = 3;
        while (at + shown < text.Length && shown < 11 && HexDigit(text[at + shown]) >= 0)
        {
            shown++;
        }

        throw Error($"Invalid Unicode escape sequence: \"{Shown(text, at, shown + 1)}\".", at);
    }

    private static int FixedLength(ReadOnlySpan<byte> text, int at)
    {
        int code = Hex4(text, at + 2);
        if (code >= 0 && Rune.IsValid(code))
        {
            return 6;
        }

        bool isPair = char.IsHighSurrogate((char)Math.Max(code, 0)) && at + 7 < text.Length && text[at + 6] == '\\' && text[at + 7] == 'u';
        if (isPair && Hex4(text, at + 8) is >= 0xDC00 and <= 0xDFFF)
        {
            return 12;
        }

        throw Error($"Invalid Unicode escape sequence: \"{Shown(text, at, 6)}\".", at);
    }

    private static void AppendEscape(StringBuilder value, ReadOnlySpan<byte> escape)
    {
        switch (escape[1])
        {
            case (byte)'u' when escape[2] == '{':
                value.Append(new Rune(int.Parse(escape[3..^1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());
                break;
            case (byte)'u':
                value.Append((char)Hex4(escape, 2));
                if (escape.Length == 12)
                {
                    value.Append((char)Hex4(escape, 8));
                }

                break;
            default:
                value.Append((char)escape[1] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', char same => same });
                break;
        }
    }

    private static int Hex4(ReadOnlySpan<byte> text, int at) => at + 4 > text.Length
        ? -1
        : (HexDigit(text[at]) << 12) | (HexDigit(text[at + 1]) << 8) | (HexDigit(text[at + 2]) << 4) | HexDigit(text[at + 3]);

    private static int HexDigit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };

    // Counted in UTF-16, as the reference counts; none is cut in two. A character has at most three bytes for each of its units.
    private static string Shown(ReadOnlySpan<byte> text, int at, int length)
    {
        string rest = Encoding.UTF8.GetString(text.Slice(at, Math.Min(length * 3, text.Length - at)));
        int end = Math.Min(length, rest.Length);
        return rest[..(end < rest.Length && char.IsLowSurrogate(rest[end]) ? end + 1 : end)];
    }

    private static SyntaxException Error(string message, int at) => new(ErrorCodes.SyntaxError, message, at);
}
