using System.Runtime.InteropServices;

namespace ProdSales.Sources.Readers.Scripts;

/// <summary>What a token of a SQL script is.</summary>
internal enum SqlTokenKind
{
    /// <summary>The script ends.</summary>
    End,

    /// <summary>A bare word: a keyword, a name or a literal such as NULL.</summary>
    Word,

    /// <summary>A name in quotes, backticks or brackets.</summary>
    QuotedName,

    /// <summary>A text literal, unescaped.</summary>
    Text,

    /// <summary>A number, its sign included.</summary>
    Number,

    /// <summary>One character of punctuation.</summary>
    Mark,
}

/// <summary>A token of a SQL script.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its text, without quotes.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SqlToken(SqlTokenKind Kind, string Value, long Line)
{
    /// <summary>Whether it is a bare word, whatever its case.</summary>
    internal bool IsWord(string word) => Kind is SqlTokenKind.Word && Value.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is a mark of punctuation.</summary>
    internal bool IsMark(char mark) => Kind is SqlTokenKind.Mark && Value[0] == mark;

    /// <summary>Whether it can name a table or column.</summary>
    internal bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName;
}
