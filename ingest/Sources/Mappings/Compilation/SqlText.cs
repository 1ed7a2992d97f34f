namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>Writes names and values into SQL so that they stay names and values.</summary>
internal static class SqlText
{
    /// <summary>The characters that count as blank, as an SQL literal; DuckDB's own trim knows the space only.</summary>
    /// <remarks>One literal, because it stands many times in a statement, and planning calls of <c>chr</c> took half of the time of planning.</remarks>
    internal const string Blanks = "' \t\n\r\u00A0\u3000'";

    /// <summary>Writes a value as a literal.</summary>
    internal static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Writes a name as a quoted identifier.</summary>
    internal static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Writes a list of literals, as for IN.</summary>
    internal static string Literals(IEnumerable<string> values) => string.Join(", ", values.Select(Literal));

    /// <summary>Writes the condition that a text holds nothing but blanks of any kind.</summary>
    internal static string IsBlank(string text) => $"(trim({text}, {Blanks}) = '')";

    /// <summary>Writes the condition that a text begins with an ASCII blank and holds nothing but blanks: cheap for all others.</summary>
    internal static string IsPlainBlank(string text) => $"({text} < '!' AND trim({text}, {Blanks}) = '')";
}
