using System.Buffers;
using System.Globalization;
using System.Text;

namespace ProdSales.Simulation.Files;

/// <summary>Writes fields and records as RFC 4180 has them, in UTF-8; a null is an empty field.</summary>
internal sealed class CsvBuffer(Stream stream) : IDisposable
{
    private const int Room = 64;

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

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

        string field = text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        Ensure(Encoding.UTF8.GetMaxByteCount(field.Length));
        _length += Encoding.UTF8.GetBytes(field, _bytes.AsSpan(_length));
    }

    internal void Write(long? value) => Write(value, default);

    internal void Write(double? value) => Write(value, default);

    internal void Write(decimal? value) => Write(value, default);

    internal void Write(DateOnly? value) => Write(value, "O");

    internal void Write(DateTime? value)
    {
        Write(value, "s");
        if (value is not null)
        {
            _bytes[_length++] = (byte)'Z';
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

    private void Write<T>(T? value, ReadOnlySpan<char> format)
        where T : struct, IUtf8SpanFormattable
    {
        BeginField();
        if (value is { } number)
        {
            number.TryFormat(_bytes.AsSpan(_length), out int written, format, CultureInfo.InvariantCulture);
            _length += written;
        }
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
