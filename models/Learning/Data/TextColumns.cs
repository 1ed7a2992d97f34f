using System.Globalization;

namespace ProdSales.Learning.Data;

/// <summary>Gives columns of text their type: the narrowest that every value fits.</summary>
public static class TextColumns
{
    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd", "yyyy/M/d", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFF", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
        "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-dd HH:mm:ssz", "yyyy-MM-dd HH:mm:ss.FFFFFFz", "yyyyMMdd",
    ];

    /// <summary>Reads a column: numbers, dates as in 2024-01-31 with or without time, true and false, or else categories. Blank is missing, and in numbers NaN is.</summary>
    /// <param name="name">The name.</param>
    /// <param name="texts">One a row; null is missing.</param>
    /// <returns>The column. Numbers with leading zeros, as codes have them, are categories.</returns>
    public static TableColumn Read(string name, IReadOnlyList<string?> texts)
    {
        string?[] trimmed = [.. texts.Select(text => string.IsNullOrWhiteSpace(text) ? null : text.Trim())];
        string[] held = [.. trimmed.OfType<string>()];
        if (held.Length > 0 && held.All(IsBoolean))
        {
            return TableColumn.OfBooleans(name, [.. trimmed.Select(text => text is null ? (bool?)null : text.Equals("true", StringComparison.OrdinalIgnoreCase))]);
        }

        if (held.Length > 0 && held.All(text => text.Length >= 8 && Date(text) is not null) && held.Any(text => text.Length != 8))
        {
            return TableColumn.OfDates(name, [.. trimmed.Select(text => text is null ? null : Date(text))]);
        }

        return held.All(IsNumber) && held.Length > 0
            ? TableColumn.OfNumbers(name, [.. trimmed.Select(text => text is null ? double.NaN : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))])
            : TableColumn.OfCategories(name, trimmed);
    }

    /// <summary>Reads a column of which the kind is known already, as one that a model takes.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">What its values are.</param>
    /// <param name="texts">One a row; null is missing.</param>
    /// <returns>The column, and how many values are not of that kind; these are missing in it.</returns>
    public static (TableColumn Column, int Unreadable) ReadAs(string name, ColumnKind kind, IReadOnlyList<string?> texts)
    {
        string?[] trimmed = [.. texts.Select(text => string.IsNullOrWhiteSpace(text) ? null : text.Trim())];
        TableColumn column = kind switch
        {
            ColumnKind.Number => TableColumn.OfNumbers(
                name, [.. trimmed.Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)]),
            ColumnKind.Date => TableColumn.OfDates(name, [.. trimmed.Select(text => text is null ? null : Date(text))]),
            ColumnKind.Boolean => TableColumn.OfBooleans(name, [.. trimmed.Select(text => text is { } held && IsBoolean(held) ? held.Equals("true", StringComparison.OrdinalIgnoreCase) : (bool?)null)]),
            _ => TableColumn.OfCategories(name, trimmed),
        };
        return (column, Enumerable.Range(0, trimmed.Length).Count(row => trimmed[row] is not null && column.IsMissing(row)));
    }

    private static bool IsBoolean(string text) => text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && !(text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]));

    private static DateTime? Date(string text) =>
        DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime date) ? date : null;
}
