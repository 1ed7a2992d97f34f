using System.Globalization;

namespace ProdSales.Sources.Readers.Staging;

/// <summary>Makes column names of a header's cells.</summary>
internal static class HeaderNames
{
    /// <summary>Names the columns.</summary>
    /// <param name="cells">The cells of the header; a blank one gets <c>column_</c> and its number, from 1.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="place">Where the header stands, as in <c>line 1</c>.</param>
    /// <returns>One name a cell, trimmed and distinct whatever the case.</returns>
    /// <exception cref="SourceFileException">Two cells have one name, or a name is reserved.</exception>
    internal static IReadOnlyList<string> From(IReadOnlyList<string> cells, string name, string place)
    {
        string[] names = [.. cells.Select((cell, index) => string.IsNullOrWhiteSpace(cell) ? Numbered(index) : cell.Trim())];
        Require(names, name, place);
        return names;
    }

    /// <summary>Names columns that nothing names.</summary>
    internal static IReadOnlyList<string> Numbered(IEnumerable<int> indexes) => [.. indexes.Select(Numbered)];

    /// <summary>Refuses names of which two are one to the engine.</summary>
    /// <exception cref="SourceFileException">Two are equal but for their case, or one is reserved.</exception>
    internal static void Require(IReadOnlyList<string> names, string name, string place)
    {
        Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase) { [StagedTable.FileColumn] = -1, [StagedTable.LineColumn] = -1 };
        for (int i = 0; i < names.Count; i++)
        {
            if (!seen.TryAdd(names[i], i))
            {
                throw new SourceFileException(SourceFileCodes.DuplicateColumn, name, Describe(names[i], seen[names[i]], i, name, place));
            }
        }
    }

    private static string Describe(string column, int first, int second, string name, string place) => first < 0
        ? $"{name}, {place}: the column name \"{column}\" is reserved; give the columns other names in the order of the file."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{name}, {place}: columns {first + 1} and {second + 1} are both named \"{column}\"; each name may stand once, or give the columns in the order of the file.");

    private static string Numbered(int index) => string.Create(CultureInfo.InvariantCulture, $"column_{index + 1}");
}
