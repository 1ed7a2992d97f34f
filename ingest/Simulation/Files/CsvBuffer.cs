using System.Buffers;
using System.Globalization;
using System.Text;

namespace ProdSales.Simulation.Files;

/// <summary>Writes fields and records as RFC 4180 has them, in UTF-8; a null is an empty field.</summary>
internal sealed class CsvBuffer(Stream stream) : IDisposable
{
    private const int Room = 64;

    private static readonly SearchValues<byte> Special = SearchValues.Create(",\"\r\n"u8);

    private readonly byte[] _bytes = new byte[1 << 16];
    private int _length;
    private bool _isInRecord;

    internal void Write(string? text)
    {
        BeginField();
        if (text is null)
        {
            return;
        }

        Ensure(Encoding.UTF8.GetMaxByteCount(text.Length));
        int written = Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
        if (_bytes.AsSpan(_length, written).ContainsAny(Special))
        {
            WriteQuoted(text);
            return;
        }

        _length += written;
    }

    internal void Write(long? value)
    {
        BeginField();
        if (value is { } number)
        {
            _length += Digits.Write(number, _bytes.AsSpan(_length));
        }
    }

    internal void Write(double? value)
    {
        BeginField();
        if (value is { } number)
        {
            int written = Digits.Write(number, _bytes.AsSpan(_length));
            _length += written > 0 ? written : Format(number);
        }
    }

    internal void Write(decimal? value)
    {
        BeginField();
        if (value is { } number)
        {
            int written = Digits.Write(number, _bytes.AsSpan(_length));
            _length += written > 0 ? written : Format(number);
        }
    }

    internal void Write(DateOnly? value)
    {
        BeginField();
        if (value is { } day)
        {
            _length += Digits.Write(day, _bytes.AsSpan(_length));
        }
    }

    internal void Write(DateTime? value)
    {
        BeginField();
        if (value is { } instant)
        {
            _length += Digits.Write(instant, _bytes.AsSpan(_length));
        }
    }

    internal void Write(bool? value) => Write(value is { } flag ? (flag ? "true" : "false") : null);

    internal void EndRecord()
    {
        Ensure(2);
        _bytes[_length++] = (byte)'\r';
        _bytes[_length++] = (byte)'\n';
        _isInRecord = false;
    }

    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private int Format<T>(T number)
        where T : struct, IUtf8SpanFormattable =>
        number.TryFormat(_bytes.AsSpan(_length), out int written, default, CultureInfo.InvariantCulture)
            ? written
            : throw new System.Diagnostics.UnreachableException($"{number} is longer than a number can be.");

    private void WriteQuoted(string text)
    {
        string field = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        Ensure(Encoding.UTF8.GetMaxByteCount(field.Length));
        _length += Encoding.UTF8.GetBytes(field, _bytes.AsSpan(_length));
    }

    private void BeginField()
    {
        Ensure(Room);
        if (_isInRecord)
        {
            _bytes[_length++] = (byte)',';
        }

        _isInRecord = true;
    }

    private void Ensure(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Flush();
        }
    }

    private void Flush()
    {
        stream.Write(_bytes, 0, _length);
        _length = 0;
    }
}
