using System.Text;

namespace ProdSales.GraphQL.Language;

/// <summary>Block strings: the meaning of their indentation, and how to print text as one.</summary>
internal static class BlockString
{
    /// <summary>The text that a block literal means: common indentation and blank edge lines removed (BlockStringValue in the specification).</summary>
    public static string Decode(ReadOnlySpan<byte> literal)
    {
        string raw = Encoding.UTF8.GetString(literal[3..^3]).Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal);
        string[] lines = raw.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        int common = int.MaxValue;
        for (int line = 1; line < lines.Length; line++)
        {
            int indent = Indentation(lines[line]);
            common = indent < lines[line].Length ? Math.Min(common, indent) : common;
        }

        for (int line = 1; line < lines.Length && common != int.MaxValue; line++)
        {
            lines[line] = lines[line].Length >= common ? lines[line][common..] : string.Empty;
        }

        int first = Array.FindIndex(lines, line => Indentation(line) < line.Length);
        int last = Array.FindLastIndex(lines, line => Indentation(line) < line.Length);
        return first < 0 ? string.Empty : string.Join('\n', lines[first..(last + 1)]);
    }

    /// <summary>The literal whose meaning is <paramref name="text"/>, in the reference implementation's layout.</summary>
    public static string Print(string text, bool minimize = false)
    {
        string escaped = text.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        string[] lines = escaped.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        bool isSingleLine = lines.Length == 1;
        bool forceLeading = lines.Length > 1 && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        bool trailingTriple = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        bool trailingQuote = text.EndsWith('"') && !trailingTriple;
        bool trailingSlash = text.EndsWith('\\');
        bool forceTrailing = trailingQuote || trailingSlash;
        bool asMultiple = !minimize && (!isSingleLine || text.Length > 70 || forceTrailing || forceLeading || trailingTriple);

        bool skipLeading = isSingleLine && text.Length > 0 && text[0] is ' ' or '\t';
        StringBuilder printed = new("\"\"\"");
        if ((asMultiple && !skipLeading) || forceLeading)
        {
            printed.Append('\n');
        }

        printed.Append(escaped);
        if (asMultiple || forceTrailing)
        {
            printed.Append('\n');
        }

        return printed.Append("\"\"\"").ToString();
    }

    private static int Indentation(string line)
    {
        int indent = 0;
        while (indent < line.Length && line[indent] is ' ' or '\t')
        {
            indent++;
        }

        return indent;
    }
}
