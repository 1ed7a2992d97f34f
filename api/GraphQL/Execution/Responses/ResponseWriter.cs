using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ProdSales.GraphQL.Execution.Responses;

/// <summary>
/// Writes JSON as UTF-8 into one pooled buffer. Commas are put in by the writer; that names and values alternate is the caller's part.
/// Not safe for several threads at once.
/// </summary>
/// <param name="capacity">The bytes to rent at first; the buffer doubles as needed.</param>
public sealed partial class ResponseWriter(int capacity = 4096) : IDisposable
{
    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 32).Select(c => (byte)c)]);

    private static readonly SearchValues<char> EscapedChars = SearchValues.Create(['"', '\\', .. Enumerable.Range(0, 32).Select(c => (char)c)]);

    /// <summary>Characters up to which it is dearer to begin a search and an encoder than to go through the text once.</summary>
    private const int ShortText = 32;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    private int _position;
    private bool _needsComma;

    /// <summary>What has been written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _position);

    /// <summary>This place, to return to later.</summary>
    public ResponseMark Mark() => new(_position, _needsComma);

    /// <summary>Takes back everything written since <paramref name="mark"/>.</summary>
    public void Rollback(ResponseMark mark) => (_position, _needsComma) = (mark.Position, mark.NeedsComma);

    /// <summary>Opens an object: <c>{</c>.</summary>
    public void StartObject() => Open((byte)'{');

    /// <summary>Closes an object: <c>}</c>.</summary>
    public void EndObject() => Close((byte)'}');

    /// <summary>Opens a list: <c>[</c>.</summary>
    public void StartArray() => Open((byte)'[');

    /// <summary>Closes a list: <c>]</c>.</summary>
    public void EndArray() => Close((byte)']');

    /// <summary>Writes a name that was encoded before by <see cref="EncodeName"/>.</summary>
    public void WriteEncodedName(ReadOnlySpan<byte> encoded)
    {
        Span<byte> target = Reserve(encoded.Length + 1);
        int comma = Comma(target);
        encoded.CopyTo(target[comma..]);
        _position += encoded.Length + comma;
        _needsComma = false;
    }

    /// <summary>Writes a name.</summary>
    public void WriteName(string name)
    {
        WriteString(name);
        Reserve(1)[0] = (byte)':';
        _position++;
        _needsComma = false;
    }

    /// <summary>A name with its quotes and its colon, for <see cref="WriteEncodedName"/>.</summary>
    public static byte[] EncodeName(string name)
    {
        using ResponseWriter writer = new(256);
        writer.WriteName(name);
        return writer.Written.ToArray();
    }

    /// <summary>Writes one JSON value that is already encoded; it is not checked.</summary>
    public void WriteRawValue(ReadOnlySpan<byte> json)
    {
        Span<byte> target = Reserve(json.Length + 1);
        int comma = Comma(target);
        json.CopyTo(target[comma..]);
        _position += json.Length + comma;
        _needsComma = true;
    }

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNull() => WriteRawValue("null"u8);

    /// <summary>Writes <c>true</c> or <c>false</c>.</summary>
    public void WriteBoolean(bool value) => WriteRawValue(value ? "true"u8 : "false"u8);

    /// <summary>Writes a whole number.</summary>
    public void WriteNumber(long value)
    {
        Span<byte> target = Reserve(21);
        int comma = Comma(target);
        Utf8Formatter.TryFormat(value, target[comma..], out int written);
        Advance(comma + written);
    }

    /// <summary>Writes a number in the shortest form that reads back the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite or not a number, which JSON cannot say.</exception>
    public void WriteNumber(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "JSON numbers are finite.");
        }

        Span<byte> target = Reserve(40);
        int comma = Comma(target);
        if (!ShortNumber.TryFormat(value, target[comma..], out int written))
        {
            value.TryFormat(target[comma..], out written, default, CultureInfo.InvariantCulture);
        }

        Advance(comma + written);
    }

    /// <summary>Writes a decimal number with all its places.</summary>
    public void WriteNumber(decimal value)
    {
        Span<byte> target = Reserve(40);
        int comma = Comma(target);
        value.TryFormat(target[comma..], out int written, default, CultureInfo.InvariantCulture);
        Advance(comma + written);
    }

    /// <summary>Writes a string of .NET text; half surrogates become U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> text)
    {
        if (text.Length <= ShortText && TryWriteShort(text))
        {
            return;
        }

        if (text.IndexOfAny(EscapedChars) >= 0)
        {
            byte[] rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
            WriteString(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
            ArrayPool<byte>.Shared.Return(rented);
            return;
        }

        Span<byte> target = Reserve((text.Length * 3) + 3);
        int at = Comma(target);
        target[at++] = (byte)'"';
        at += Encoding.UTF8.GetBytes(text, target[at..]);
        target[at++] = (byte)'"';
        Advance(at);
    }

    /// <summary>Writes a string of UTF-8 text, which must be well formed.</summary>
    public void WriteString(ReadOnlySpan<byte> utf8)
    {
        Span<byte> target = Reserve((utf8.Length * 6) + 3);
        int at = Comma(target);
        target[at++] = (byte)'"';
        while (true)
        {
            int plain = utf8.IndexOfAny(Escaped);
            ReadOnlySpan<byte> run = plain < 0 ? utf8 : utf8[..plain];
            run.CopyTo(target[at..]);
            at += run.Length;
            if (plain < 0)
            {
                break;
            }

            at += Escape(utf8[plain], target[at..]);
            utf8 = utf8[(plain + 1)..];
        }

        target[at++] = (byte)'"';
        Advance(at);
    }

    /// <summary>Makes the writer empty for another response; of a large buffer nothing is kept.</summary>
    internal void Clear(int mostKept)
    {
        if (_buffer.Length > mostKept)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(capacity);
        }

        _position = 0;
        _needsComma = false;
    }

    /// <summary>Gives the buffer back; the writer and <see cref="Written"/> are unusable afterwards.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _position = 0;
    }

    private static int Escape(byte value, Span<byte> target)
    {
        ReadOnlySpan<byte> shortForm = value switch
        {
            (byte)'"' => "\\\""u8,
            (byte)'\\' => "\\\\"u8,
            (byte)'\b' => "\\b"u8,
            (byte)'\f' => "\\f"u8,
            (byte)'\n' => "\\n"u8,
            (byte)'\r' => "\\r"u8,
            (byte)'\t' => "\\t"u8,
            _ => default,
        };
        if (shortForm.IsEmpty)
        {
            "\\u00"u8.CopyTo(target);
            Utf8Formatter.TryFormat(value, target[4..], out _, new StandardFormat('x', 2));
            return 6;
        }

        shortForm.CopyTo(target);
        return 2;
    }

    /// <summary>Writes text of the basic plane in which nothing has to be escaped; nothing for any other.</summary>
    private bool TryWriteShort(ReadOnlySpan<char> text)
    {
        Span<byte> target = Reserve((text.Length * 3) + 3);
        int at = Comma(target);
        target[at++] = (byte)'"';
        foreach (char character in text)
        {
            if (character < 0x80)
            {
                if (character is < ' ' or '"' or '\\')
                {
                    return false;
                }

                target[at++] = (byte)character;
            }
            else if (character < 0x800)
            {
                target[at++] = (byte)(0xC0 | (character >> 6));
                target[at++] = (byte)(0x80 | (character & 0x3F));
            }
            else if (char.IsSurrogate(character))
            {
                return false;
            }
            else
            {
                target[at + 2] = (byte)(0x80 | (character & 0x3F));
                target[at + 1] = (byte)(0x80 | ((character >> 6) & 0x3F));
                target[at] = (byte)(0xE0 | (character >> 12));
                at += 3;
            }
        }

        target[at++] = (byte)'"';
        Advance(at);
        return true;
    }

    private void Open(byte bracket)
    {
        Span<byte> target = Reserve(2);
        int comma = Comma(target);
        target[comma] = bracket;
        _position += comma + 1;
        _needsComma = false;
    }

    private void Close(byte bracket)
    {
        Reserve(1)[0] = bracket;
        Advance(1);
    }

    private int Comma(Span<byte> target)
    {
        if (!_needsComma)
        {
            return 0;
        }

        target[0] = (byte)',';
        return 1;
    }

    private void Advance(int count)
    {
        _position += count;
        _needsComma = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int count)
    {
        if (_buffer.Length - _position < count)
        {
            Grow(count);
        }

        return _buffer.AsSpan(_position);
    }

    private void Grow(int count)
    {
        ObjectDisposedException.ThrowIf(_buffer.Length == 0, this);
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_position + count), (int)Math.Min(_buffer.Length * 2L, Array.MaxLength)));
        _buffer.AsSpan(0, _position).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
