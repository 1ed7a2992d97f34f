using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Parsing;

namespace ProdSales.GraphQL.Tests.Reference;

/// <summary>A document made from a good one by a few small mistakes, the same for the same seed.</summary>
internal static class MutatedDocument
{
    private static readonly string[] Strangers =
    [
        "{", "}", "(", ")", "[", "]", "!", "$", "@", ":", "=", "|", "&", "...", "on", "null", "true", "0", "00", "1.", "1e", "-", "0xF", "1name", "1.5e3",
        "\"text\"", "\"\"\"block\n  text\"\"\"", "\"\\u{1F600}\"", "\"\\uD83D\\uDE00\"", "\"\\uD83D\"", "\"\\x\"", "\"open", "\u4ea7", "?", "#c\n", ",", "\uFEFF", ".", "'",
        "query", "fragment", "$undefined", "@skip(if: true)", "unknownField", "... on Unknown { a }",
    ];

    public static string Of(string document, int seed)
    {
        Random random = new(seed);
        List<string> tokens = Tokens(document);
        for (int mistakes = random.Next(1, 4); mistakes > 0 && tokens.Count > 1; mistakes--)
        {
            int at = random.Next(tokens.Count);
            int other = random.Next(tokens.Count);
            switch (random.Next(6))
            {
                case 0:
                    tokens.RemoveAt(at);
                    break;
                case 1:
                    tokens.Insert(at, tokens[other]);
                    break;
                case 2:
                    tokens[at] = tokens[other];
                    break;
                case 3:
                    (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                    break;
                default:
                    tokens.Insert(at, Strangers[random.Next(Strangers.Length)]);
                    break;
            }
        }

        string separator = random.Next(2) == 0 ? " " : "\n";
        return string.Join(separator, tokens);
    }

    private static List<string> Tokens(string document)
    {
        SourceText source = SourceText.Of(document);
        Lexer lexer = new(source.Utf8.Span, ParserLimits.Trusted);
        List<string> tokens = [];
        for (Token token = lexer.Next(); token.Kind != TokenKind.EndOfFile; token = lexer.Next())
        {
            tokens.Add(System.Text.Encoding.UTF8.GetString(source.Utf8.Span[token.Start..token.End]));
        }

        return tokens;
    }
}
