using System.Text;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Values;

namespace ProdSales.Warehouse.Statements;

/// <summary>Rewrites <c>@name</c>, as Dapper's users write placeholders, to the engine's <c>$name</c>.</summary>
/// <remarks>An @ is also an operator of DuckDB, so only the names of parameters that the command has are rewritten, outside quotes and comments.</remarks>
internal static class Placeholders
{
    /// <summary>Gives the text with its @ placeholders rewritten.</summary>
    public static string Rewrite(string sql, DuckDbParameterCollection parameters)
    {
        if (parameters.Count == 0 || !sql.Contains('@', StringComparison.Ordinal))
        {
            return sql;
        }

        var text = new StringBuilder(sql.Length);
        int at = 0;
        while (at < sql.Length)
        {
            int end = EndOfToken(sql, at);
            bool isPlaceholder = sql[at] == '@' && end > at + 1 && parameters.Contains(sql[(at + 1)..end]);
            text.Append(isPlaceholder ? '$' : sql[at]).Append(sql, at + 1, end - at - 1);
            at = end;
        }

        return text.ToString();
    }

    /// <summary>Gives the text with its values written in place of <c>$name</c>; null where a placeholder is of another form, has no value, or has one that is only ever bound.</summary>
    public static string? Written(string sql, DuckDbParameterCollection parameters)
    {
        var text = new StringBuilder(2 * sql.Length);
        int at = 0;
        while (at < sql.Length)
        {
            int end = EndOfToken(sql, at);
            if (sql[at] is '?' or '@')
            {
                return null;
            }

            if (sql[at] == '$' && end == at + 1)
            {
                end = EndOfName(sql, end);
                if (parameters.For(sql[(at + 1)..end]) is not { } parameter || WrittenValues.Of(parameter.Value) is not { } value)
                {
                    return null;
                }

                text.Append(value);
            }
            else
            {
                text.Append(sql, at, end - at);
            }

            at = end;
        }

        return text.ToString();
    }

    private static int EndOfToken(string sql, int at)
    {
        char next = at + 1 < sql.Length ? sql[at + 1] : '\0';
        return sql[at] switch
        {
            '\'' or '"' => After(sql, sql[at].ToString(), at + 1),
            '-' when next == '-' => After(sql, "\n", at + 2),
            '/' when next == '*' => After(sql, "*/", at + 2),
            '$' when EndOfName(sql, at + 1) is int end && end < sql.Length && sql[end] == '$' => After(sql, sql[at..(end + 1)], end + 1),
            '@' => EndOfName(sql, at + 1),
            char c when IsNamePart(c) => EndOfName(sql, at),
            _ => at + 1,
        };
    }

    private static int After(string sql, string closing, int from)
    {
        int found = sql.IndexOf(closing, from, StringComparison.Ordinal);
        return found < 0 ? sql.Length : found + closing.Length;
    }

    private static int EndOfName(string sql, int at)
    {
        while (at < sql.Length && IsNamePart(sql[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
