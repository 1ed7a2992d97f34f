using System.Text;

namespace ProdSales.GraphQL.Language;

/// <summary>A document's UTF-8 bytes, and where a byte lies as people count: lines and columns from 1.</summary>
internal sealed class SourceText(ReadOnlyMemory<byte> utf8)
{
    public static SourceText Of(string text) => new(Encoding.UTF8.GetBytes(text));

    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>The line and column of a byte; columns count UTF-16 units, as every editor's protocol does.</summary>
    public SourceLocation LocationOf(int offset) => LocationsOf([offset])[0];

    /// <summary>The lines and columns of bytes. Where each comes after the one before, the text is gone through once for all of them.</summary>
    public SourceLocation[] LocationsOf(IEnumerable<int> offsets)
    {
        List<SourceLocation> found = [];
        ReadOnlySpan<byte> text = Utf8.Span;
        (int at, int line, int column) = (0, 1, 1);
        foreach (int offset in offsets)
        {
            int end = Math.Min(offset, text.Length);
            (at, line, column) = end < at ? Advance(text[..end], 0, 1, 1) : Advance(text[..end], at, line, column);
            found.Add(new SourceLocation(line, column + (offset - end)));
        }

        return [.. found];
    }

    private static (int At, int Line, int Column) Advance(ReadOnlySpan<byte> before, int at, int line, int column)
    {
        while (before[at..].IndexOfAny((byte)'\n', (byte)'\r') is var end and >= 0)
        {
            at += end + 1;
            at += before[at - 1] == '\r' && at < before.Length && before[at] == '\n' ? 1 : 0;
            (line, column) = (line + 1, 1);
        }

        return (before.Length, line, column + Encoding.UTF8.GetCharCount(before[at..]));
    }
}
