using System.Globalization;
using System.Text;

namespace ProdSales.GraphQL.Language;

/// <summary>Text as a quoted literal.</summary>
internal static class StringNotation
{
    /// <summary>The quoted literal whose meaning is <paramref name="text"/>.</summary>
    public static string Quote(string text)
    {
        StringBuilder literal = new(text.Length + 2);
        literal.Append('"');
        foreach (char c in text)
        {
            literal = c switch
            {
                '"' => literal.Append("\\\""),
                '\\' => literal.Append(@"\\"),
                '\b' => literal.Append("\\b"),
                '\f' => literal.Append("\\f"),
                '\n' => literal.Append("\\n"),
                '\r' => literal.Append("\\r"),
                '\t' => literal.Append("\\t"),
                < ' ' or (>= '\x7F' and <= '\x9F') => literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => literal.Append(c),
            };
        }

        return literal.Append('"').ToString();
    }
}
