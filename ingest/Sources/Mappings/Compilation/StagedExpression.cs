using System.Text.RegularExpressions;

namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>What an SQL expression of a mapping yields.</summary>
/// <param name="Type">The type of its value.</param>
/// <param name="IsGuarded">Whether it is evaluated under a guard, because it may fail on single rows.</param>
internal sealed partial record StagedExpression(SourceType Type, bool IsGuarded)
{
    /// <summary>Writes the expression on lines of its own, so that a comment in it ends.</summary>
    internal static string Bare(string sql) => $"(\n{sql}\n)";

    /// <summary>Writes the expression so that a failure on a row makes the struct null instead of ending the statement.</summary>
    internal static string Guarded(string sql) => $"TRY({{'v': (\n{sql}\n)}})";

    /// <summary>Says whether the expression is a column's name and so cannot fail.</summary>
    internal static bool IsColumnName(string sql) => ColumnName().IsMatch(sql);

    [GeneratedRegex(@"^\s*(\w+|""[^""]+"")(\s*\.\s*(\w+|""[^""]+""))?\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColumnName();
}
