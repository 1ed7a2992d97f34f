using System.Text;

namespace ProdSales.GraphQL.Language;

/// <summary>A document's UTF-8 bytes, and where a byte lies as people count: lines and columns from 1.</summary>
internal sealed class SourceText(ReadOnlyMemory<byte> utf8)
{
    public static SourceText Of(string text) => new(Encoding.UTF8.GetBytes(text));

    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>The line and column of a byte; columns count UTF-16 units, as every editor's protocol does.</summary>
    public SourceLocation LocationOf(int offset)
    {
        ReadOnlySpan<byte> before = Utf8.Span[..Math.Min(offset, Utf8.Length)];
        int line = 1;
        int lineStart = 0;
        for (int at = 0; at < before.Length; at++)
        {
            if (before[at] == '\n' || before[at] == '\r')
            {
                at += before[at] == '\r' && at + 1 < before.Length && before[at + 1] == '\n' ? 1 : 0;
                line++;
                lineStart = at + 1;
            }
        }

        return new SourceLocation(line, 1 + Encoding.UTF8.GetCharCount(before[lineStart..]) + (offset - before.Length));
    }
}
