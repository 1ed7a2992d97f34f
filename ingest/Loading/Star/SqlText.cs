using System.Globalization;

namespace ProdSales.Loading.Star;

/// <summary>Writes names and values into SQL, where a statement over appended rows cannot bind parameters.</summary>
internal static class SqlText
{
    /// <summary>Quotes an identifier.</summary>
    internal static string Name(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Writes a text as a literal.</summary>
    internal static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Writes a day as a literal.</summary>
    internal static string Day(DateOnly day) => $"DATE '{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'";

    /// <summary>Joins parts of a statement.</summary>
    internal static string Join(string separator, IEnumerable<string> parts) => string.Join(separator, parts);

    /// <summary>Lists column names, each quoted and with the alias of its table.</summary>
    internal static string Columns(string alias, IEnumerable<string> names) => string.Join(", ", names.Select(name => $"{alias}.{Name(name)}"));
}
