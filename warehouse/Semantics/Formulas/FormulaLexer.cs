namespace ProdSales.Semantics;

/// <summary>Cuts the text of a formula into words.</summary>
internal static class FormulaLexer
{
    // What reads formulas goes down one level of calls for each parenthesis.
    private const int MostNested = 50;
    private const int MostTokens = 2_000;

    private static readonly string[] Pairs = ["<=", ">=", "<>", "!=", "||", "::"];

    /// <summary>The words of the text.</summary>
    /// <exception cref="FormulaException">A character that no formula holds, a text that does not end, or more words or parentheses than a formula may have.</exception>
    internal static IReadOnlyList<FormulaToken> Tokens(string text)
    {
        List<FormulaToken> tokens = [];
        int depth = 0;
        for (int start = 0; start < text.Length;)
        {
            if (char.IsWhiteSpace(text[start]))
            {
                start++;
                continue;
            }

            FormulaToken token = TokenAt(text, start);
            tokens.Add(token);
            depth += token.Text switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth > MostNested || tokens.Count > MostTokens)
            {
                throw new FormulaException($"它超过 {MostTokens} 个词，或括号深于 {MostNested} 层", $"it has more than {MostTokens} words, or parentheses deeper than {MostNested}");
            }

            start += token.Text.Length;
        }

        return tokens;
    }

    private static FormulaToken TokenAt(string text, int start)
    {
        char first = text[start];
        if (char.IsAsciiLetter(first) || first == '_')
        {
            return new(FormulaTokenKind.Name, Run(text, start, letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'));
        }

        if (char.IsAsciiDigit(first))
        {
            return new(FormulaTokenKind.Number, Run(text, start, letter => char.IsAsciiDigit(letter) || letter == '.'));
        }

        if (first == '$')
        {
            string name = Run(text, start + 1, letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
            return name is SqlFragment.DayOfQuestion or SqlFragment.PeriodEnd
                ? new(FormulaTokenKind.Parameter, $"${name}")
                : throw new FormulaException(
                    $"没有参数“${name}”；可用 ${SqlFragment.DayOfQuestion} 和 ${SqlFragment.PeriodEnd}",
                    $"\"${name}\" is no parameter; allowed are ${SqlFragment.DayOfQuestion} and ${SqlFragment.PeriodEnd}");
        }

        return first == '\'' ? Quoted(text, start) : Symbol(text, start);
    }

    private static FormulaToken Quoted(string text, int start)
    {
        int end = text.IndexOf('\'', start + 1);
        return end < 0
            ? throw new FormulaException($"从第 {start + 1} 个字符开始的文本没有右引号", $"the text that starts at character {start + 1} has no closing quote")
            : new(FormulaTokenKind.Text, text[start..(end + 1)]);
    }

    private static FormulaToken Symbol(string text, int start)
    {
        string? pair = Pairs.FirstOrDefault(symbol => string.CompareOrdinal(text, start, symbol, 0, 2) == 0);
        if (pair is null && !"()+-*/,=<>.".Contains(text[start], StringComparison.Ordinal))
        {
            throw new FormulaException($"字符“{text[start]}”在公式中没有含义", $"character '{text[start]}' has no meaning in a formula");
        }

        return new(FormulaTokenKind.Symbol, pair ?? text[start].ToString());
    }

    private static string Run(string text, int start, Func<char, bool> belongs)
    {
        int end = start;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return text[start..end];
    }
}
