using System.Text;
using System.Text.Unicode;
using ProdSales.Sources.Readers.Encodings;

namespace ProdSales.Sources.Readers.Records;

/// <summary>Reads the records of a delimited text in UTF-8 one by one, whatever is wrong with some of them.</summary>
/// <remarks>A record at fault costs one physical line, never more: reading goes on with the line after the one on which it starts.</remarks>
internal sealed class RecordReader(Stream text, TextDialect dialect, int? fieldCount, int maxRecordBytes)
{
    private const int InitialBytes = 1 << 18;

    private readonly RecordParser _parser = new(dialect, fieldCount);
    private readonly bool _countsLineFeeds = dialect.LineEnd.Contains((byte)'\n');
    private byte[] _buffer = new byte[Math.Min(InitialBytes, Math.Max(64, maxRecordBytes))];
    private int _start;
    private int _end;
    private int _consumed;
    private bool _isFinal;
    private long _nextLine = 1;
    private long _filled;
    private byte[] _scratch = [];
    private byte[] _beginning = [];

    /// <summary>The physical line on which the current record starts, from 1.</summary>
    internal long Line { get; private set; }

    /// <summary>The physical line that follows the current record.</summary>
    internal long NextLine => _nextLine + LinesIn(_buffer.AsSpan(_start, _consumed));

    /// <summary>The bytes of the text up to the end of the current record.</summary>
    internal long Position => _filled - (_end - _start) + _consumed;

    /// <summary>Why the current record is no row, one of <see cref="ReadDefectCodes"/>; null for a good one. Its field count is not judged here.</summary>
    internal string? Fault { get; private set; }

    /// <summary>The number of fields of the current record; meaningless when it is at fault.</summary>
    internal int FieldCount => _parser.Fields.Count;

    /// <summary>The current record without its line end; of a record at fault its first line, and of one over the limit the beginning of that.</summary>
    internal ReadOnlySpan<byte> Record
    {
        get
        {
            ReadOnlySpan<byte> record = Fault is ReadDefectCodes.RecordTooLong ? _beginning : _buffer.AsSpan(_start, _consumed);
            record = record.EndsWith(dialect.LineEnd) ? record[..^dialect.LineEnd.Length] : record;
            return dialect.EndsWithLineFeed && record is [.., (byte)'\r'] ? record[..^1] : record;
        }
    }

    /// <summary>Passes over physical lines.</summary>
    /// <param name="lines">How many.</param>
    internal void SkipLines(int lines)
    {
        for (int i = 0; i < lines && (_end > _start || Fill()); i++)
        {
            SkipLine();
            Advance();
        }
    }

    /// <summary>Goes to the next record that is not an empty line.</summary>
    /// <returns>False at the end of the text.</returns>
    internal bool Read()
    {
        do
        {
            Advance();
            if (_start == _end && !Fill())
            {
                return false;
            }

            ReadRecord();
        }
        while (Fault is null && Record.IsEmpty);
        return true;
    }

    /// <summary>The bytes of a field, unquoted; valid until the next call on this reader.</summary>
    /// <param name="index">The field, from 0.</param>
    internal ReadOnlySpan<byte> Field(int index)
    {
        FieldSpan field = _parser.Fields[index];
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(_start + field.Start, field.Length);
        return field.HasDoubledQuotes ? Undouble(bytes) : bytes;
    }

    /// <summary>The text of a field.</summary>
    /// <param name="index">The field, from 0.</param>
    internal string FieldText(int index) => Encoding.UTF8.GetString(Field(index));

    private void ReadRecord()
    {
        (Line, Fault) = (_nextLine, null);
        RecordParse result;
        while ((result = _parser.Parse(_buffer.AsSpan(_start, _end - _start), _isFinal)) is RecordParse.NeedsMore)
        {
            if (_end - _start >= maxRecordBytes)
            {
                Fault = SkipLine() ? ReadDefectCodes.Quote : ReadDefectCodes.RecordTooLong;
                return;
            }

            Fill();
        }

        if (result is RecordParse.BadQuote)
        {
            Fault = SkipLine() ? ReadDefectCodes.Quote : ReadDefectCodes.RecordTooLong;
            return;
        }

        _consumed = _parser.Consumed;
        Fault = FaultOf(Record);
        if (fieldCount is { } count && _parser.Fields.Count != count && !Record.IsEmpty)
        {
            SkipLine();
            Fault ??= ReadDefectCodes.FieldCount;
        }
    }

    private static string? FaultOf(ReadOnlySpan<byte> record)
    {
        if (record.Contains((byte)0))
        {
            return ReadDefectCodes.NulCharacter;
        }

        return Utf8.IsValid(record) && record.IndexOf(Transcoding.Undecodable) < 0 ? null : ReadDefectCodes.Encoding;
    }

    /// <summary>Takes the physical line at hand as the current record.</summary>
    /// <returns>False when it is longer than the limit: it is then gone, but for its beginning.</returns>
    private bool SkipLine()
    {
        int end;
        while ((end = _parser.EndOfLine(_buffer.AsSpan(_start, _end - _start))) < 0 && !_isFinal)
        {
            if (_end - _start >= maxRecordBytes)
            {
                DropLine();
                return false;
            }

            Fill();
        }

        _consumed = end < 0 ? _end - _start : end;
        return true;
    }

    /// <summary>Reads on to the end of a line that is too long to be held.</summary>
    private void DropLine()
    {
        _beginning = _buffer.AsSpan(_start, Math.Min(_end - _start, 4 * ReadDefect.MaxValueLength)).ToArray();
        do
        {
            _start = Math.Max(_start, _end - dialect.LineEnd.Length + 1);
        }
        while (Fill() && _parser.EndOfLine(_buffer.AsSpan(_start, _end - _start)) < 0);
        _start = _isFinal ? _end : _start + _parser.EndOfLine(_buffer.AsSpan(_start, _end - _start));
        _nextLine++;
    }

    private void Advance()
    {
        _nextLine = NextLine;
        _start += _consumed;
        _consumed = 0;
    }

    private int LinesIn(ReadOnlySpan<byte> span) => _countsLineFeeds ? span.Count((byte)'\n') : span.Count(dialect.LineEnd);

    /// <summary>Reads more text behind what is at hand, with room made by moving it to the front or by a larger buffer.</summary>
    private bool Fill()
    {
        if (_isFinal)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read = text.Read(_buffer.AsSpan(_end));
        _end += read;
        _filled += read;
        _isFinal = read is 0;
        return !_isFinal;
    }

    private ReadOnlySpan<byte> Undouble(ReadOnlySpan<byte> field)
    {
        byte quote = dialect.Quote!.Value;
        if (_scratch.Length < field.Length)
        {
            _scratch = new byte[Math.Max(256, field.Length * 2)];
        }

        int length = 0;
        while (!field.IsEmpty)
        {
            int next = field.IndexOf(quote);
            int part = next < 0 ? field.Length : next + 1;
            field[..part].CopyTo(_scratch.AsSpan(length));
            length += part;
            field = field[Math.Min(field.Length, next < 0 ? part : part + 1)..];
        }

        return _scratch.AsSpan(0, length);
    }
}
