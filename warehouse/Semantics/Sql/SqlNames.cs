namespace ProdSales.Semantics;

/// <summary>Writes identifiers that come from the model.</summary>
internal static class SqlNames
{
    internal static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
