namespace ProdSales.Sources.Readers.Staging;

/// <summary>Writes names, texts and paths into SQL where a parameter cannot stand, as in a view.</summary>
internal static class StagingSql
{
    /// <summary>Quotes a name.</summary>
    internal static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Quotes a text.</summary>
    internal static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Quotes a path so that the engine takes it as it is: <c>*</c>, <c>?</c> and <c>[</c> mean themselves.</summary>
    internal static string Path(string path) => Text(System.IO.Path.GetFullPath(path)
        .Replace("[", "[[]", StringComparison.Ordinal)
        .Replace("*", "[*]", StringComparison.Ordinal)
        .Replace("?", "[?]", StringComparison.Ordinal));
}
