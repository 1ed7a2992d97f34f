using System.Buffers;

namespace ProdSales.Sources.Readers.Records;

/// <summary>Parts one record into fields.</summary>
/// <remarks>Lenient where nothing is in doubt: a quote within an unquoted field is text. Strict where rows could melt: a quoted field must end at a delimiter.</remarks>
internal sealed class RecordParser(TextDialect dialect, int? fieldCount)
{
    private readonly SearchValues<byte> _stops = SearchValues.Create([dialect.Delimiter[0], dialect.LineEnd[0]]);
    private readonly List<FieldSpan> _fields = [];

    /// <summary>The fields of the last record parsed.</summary>
    internal IReadOnlyList<FieldSpan> Fields => _fields;

    /// <summary>The bytes of the last whole record, its line end included.</summary>
    internal int Consumed { get; private set; }

    /// <summary>Parses the record that a text begins with.</summary>
    /// <param name="text">The text from the start of the record.</param>
    /// <param name="isFinal">Whether the file ends with this text.</param>
    internal RecordParse Parse(ReadOnlySpan<byte> text, bool isFinal)
    {
        _fields.Clear();
        int at = 0;
        while (true)
        {
            bool isQuoted = dialect.Quote is { } quote && at < text.Length && text[at] == quote;
            RecordParse result = isQuoted ? Quoted(text, isFinal, ref at) : Unquoted(text, isFinal, ref at);
            if (result is not RecordParse.Whole)
            {
                return result;
            }

            if (at >= text.Length || !StartsWith(text, at, dialect.Delimiter))
            {
                Consumed = Math.Min(text.Length, at + LineEndLength(text, at));
                return RecordParse.Whole;
            }

            at += dialect.Delimiter.Length;
        }
    }

    /// <summary>Finds the end of the physical line that a text begins with.</summary>
    /// <returns>The offset after its line end, or -1 when the text has none.</returns>
    internal int EndOfLine(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf(dialect.LineEnd);
        return end < 0 ? -1 : end + dialect.LineEnd.Length;
    }

    private RecordParse Unquoted(ReadOnlySpan<byte> text, bool isFinal, ref int at)
    {
        int start = at;
        while (true)
        {
            int step = text[at..].IndexOfAny(_stops);
            if (step < 0)
            {
                at = text.Length;
                return isFinal ? EndField(text, start, at) : RecordParse.NeedsMore;
            }

            at += step;
            if (IsCutOff(text, at) && !isFinal)
            {
                return RecordParse.NeedsMore;
            }

            bool isDelimiter = StartsWith(text, at, dialect.Delimiter);
            if (isDelimiter || (StartsWith(text, at, dialect.LineEnd) && !GoesOn))
            {
                return EndField(text, start, at);
            }

            at++;
        }
    }

    private RecordParse Quoted(ReadOnlySpan<byte> text, bool isFinal, ref int at)
    {
        byte quote = dialect.Quote!.Value;
        int start = at + 1;
        bool hasDoubled = false;
        for (int next = start; ;)
        {
            int step = next > text.Length ? -1 : text[next..].IndexOf(quote);
            if (step < 0)
            {
                return isFinal ? RecordParse.BadQuote : RecordParse.NeedsMore;
            }

            int close = next + step;
            if (!isFinal && text.Length - close <= Math.Max(2, Math.Max(dialect.Delimiter.Length, dialect.LineEnd.Length)))
            {
                return RecordParse.NeedsMore;
            }

            if (close + 1 < text.Length && text[close + 1] == quote)
            {
                hasDoubled = true;
                next = close + 2;
                continue;
            }

            at = close + 1;
            _fields.Add(new FieldSpan(start, close - start, hasDoubled));
            return EndsField(text, at) ? RecordParse.Whole : RecordParse.BadQuote;
        }
    }

    private RecordParse EndField(ReadOnlySpan<byte> text, int start, int end)
    {
        bool dropsReturn = dialect.EndsWithLineFeed && end > start && text[end - 1] is (byte)'\r' && (end == text.Length || text[end] is (byte)'\n');
        _fields.Add(new FieldSpan(start, end - start - (dropsReturn ? 1 : 0), HasDoubledQuotes: false));
        return RecordParse.Whole;
    }

    private bool GoesOn => dialect.JoinsShortLines && _fields.Count + 1 < fieldCount;

    private bool EndsField(ReadOnlySpan<byte> text, int at) =>
        at >= text.Length || StartsWith(text, at, dialect.Delimiter) || LineEndLength(text, at) > 0;

    private int LineEndLength(ReadOnlySpan<byte> text, int at) => text[Math.Min(at, text.Length)..] switch
    {
        [(byte)'\r', (byte)'\n', ..] when dialect.EndsWithLineFeed => 2,
        [(byte)'\r'] when dialect.EndsWithLineFeed => 1,
        var rest when rest.StartsWith(dialect.LineEnd) => dialect.LineEnd.Length,
        _ => 0,
    };

    private bool IsCutOff(ReadOnlySpan<byte> text, int at) =>
        text.Length - at < Math.Max(dialect.Delimiter.Length, dialect.LineEnd.Length);

    private static bool StartsWith(ReadOnlySpan<byte> text, int at, byte[] mark) => text[at..].StartsWith(mark);
}
