using System.Globalization;
using ProdSales.Feeds;

namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>The type of a staged expression, as DuckDB describes it.</summary>
/// <param name="Name">DuckDB's name of the type.</param>
/// <param name="Kind">What it is to a mapping.</param>
/// <param name="IntegerDigits">The digits before the point that a DECIMAL can hold; 0 for others.</param>
/// <param name="Scale">The digits after the point of a DECIMAL; 0 for others.</param>
internal sealed record SourceType(string Name, SourceKind Kind, int IntegerDigits = 0, int Scale = 0)
{
    /// <summary>The type of texts.</summary>
    internal static readonly SourceType Text = new("VARCHAR", SourceKind.Text);

    /// <summary>Reads a type as DESCRIBE names it.</summary>
    internal static SourceType Parse(string name)
    {
        if (name.StartsWith("DECIMAL(", StringComparison.Ordinal) && name.EndsWith(')'))
        {
            string[] parts = name[8..^1].Split(',');
            int width = int.Parse(parts[0], CultureInfo.InvariantCulture);
            int scale = int.Parse(parts[1], CultureInfo.InvariantCulture);
            return new SourceType(name, SourceKind.Decimal, width - scale, scale);
        }

        return new SourceType(name, KindOf(name));
    }

    /// <summary>Says whether values of this type can become values of a feed type.</summary>
    internal bool Fits(FeedType type) => (type, Kind) switch
    {
        (_, SourceKind.Missing or SourceKind.Text) => true,
        (_, SourceKind.Other) => false,
        (FeedType.Text, _) => true,
        (FeedType.Integer or FeedType.Decimal or FeedType.Double, SourceKind.Integer or SourceKind.Decimal or SourceKind.Floating) => true,
        (FeedType.Boolean, SourceKind.Boolean or SourceKind.Integer) => true,
        (FeedType.Date or FeedType.Instant, SourceKind.Date or SourceKind.Timestamp or SourceKind.ZonedTimestamp) => true,
        _ => false,
    };

    /// <summary>Says which types can become values of a feed type, for messages.</summary>
    internal static string AllowedFor(FeedType type) => type switch
    {
        FeedType.Integer or FeedType.Decimal or FeedType.Double => "a number or text",
        FeedType.Boolean => "BOOLEAN, 0 or 1, or text",
        FeedType.Date or FeedType.Instant => "DATE, TIMESTAMP or text; a number like 20240131 becomes one by strptime(CAST(x AS VARCHAR), '%Y%m%d')",
        _ => "text, a number, BOOLEAN, DATE or TIMESTAMP",
    };

    private static SourceKind KindOf(string name) => name switch
    {
        "VARCHAR" or "UUID" or "JSON" => SourceKind.Text,
        "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" => SourceKind.Integer,
        "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" or "UHUGEINT" => SourceKind.Integer,
        "FLOAT" or "DOUBLE" => SourceKind.Floating,
        "BOOLEAN" => SourceKind.Boolean,
        "DATE" => SourceKind.Date,
        "TIMESTAMP" or "TIMESTAMP_S" or "TIMESTAMP_MS" or "TIMESTAMP_NS" => SourceKind.Timestamp,
        "TIMESTAMP WITH TIME ZONE" => SourceKind.ZonedTimestamp,
        "\"NULL\"" or "NULL" => SourceKind.Missing,
        _ when name.StartsWith("ENUM", StringComparison.Ordinal) => SourceKind.Text,
        _ => SourceKind.Other,
    };
}
