using System.Globalization;
using ProdSales.Feeds;

namespace ProdSales.Sources.Mappings;

/// <summary>Words for what a feed column allows and for what is wrong with a value.</summary>
public static class RowCheckText
{
    /// <summary>Says what a column allows, to follow "must be".</summary>
    /// <param name="column">The column.</param>
    /// <returns>As in <c>a number of at least 0 with at most 4 decimals</c>.</returns>
    public static string Allowed(FeedColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Type switch
        {
            FeedType.Text when column.Allowed.Count > 0 => $"one of {string.Join(", ", column.Allowed)}",
            FeedType.Text => "a text of at most 4000 characters",
            FeedType.Integer => $"a whole number{Bounds(column)}",
            FeedType.Decimal => $"a number{Bounds(column)} with at most 4 decimals and 14 digits before them",
            FeedType.Double => $"a finite number{Bounds(column)}",
            FeedType.Boolean => "true or false",
            FeedType.Date => "a date like 2024-01-31",
            FeedType.Instant => "an instant like 2024-01-31 08:30:00",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Writes what is wrong with one value of one row.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, sheet row or record; null where the row has none.</param>
    /// <param name="column">The feed column.</param>
    /// <param name="value">The value as it stands in the source; null when missing.</param>
    /// <param name="allowed">What is allowed, to follow "must be".</param>
    /// <returns>As in <c>Row 17 of orders.csv: quantity "-3" must be a number of at least 0.</c></returns>
    public static string Message(string file, long? line, string column, string? value, string allowed)
    {
        string row = line is { } number ? string.Create(CultureInfo.InvariantCulture, $"Row {number} of {file}") : $"A row of {file}";
        return value is null
            ? $"{row}: {column} is missing; it must be {allowed}."
            : $"{row}: {column} \"{value}\" must be {allowed}.";
    }

    private static string Bounds(FeedColumn column) => (column.Min, column.Max) switch
    {
        ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $" from {min} to {max}"),
        ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $" of at least {min}"),
        (null, { } max) => string.Create(CultureInfo.InvariantCulture, $" of at most {max}"),
        _ => "",
    };
}
