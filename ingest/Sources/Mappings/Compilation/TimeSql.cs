using System.Globalization;
using ProdSales.Feeds;

namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>Turns staged values into business dates and UTC instants.</summary>
/// <remarks>
/// TRY_CAST alone reads "2020-01-05garbage" as that day, "20-01-05" as a day of the year 20, and drops the offset of
/// "2020-01-05T10:00+02:00" when the target is TIMESTAMP. It also knows the word "epoch" and names of zones, of which some mean two:
/// CST is the time of Chicago to it. The suspicion and the zoned cast close all of these.
/// </remarks>
internal static class TimeSql
{
    private const string IsoMoment = @"\d{4}[-/ ]\d{1,2}[-/ ]\d{1,2}([ T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}(:?\d{2})?)?)?";
    private const string OtherDay = @"(\d{1,2}[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4}|\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}\.\d{1,2}\.\d{1,2}|\d{8}|\d{5}(\.\d+)?|\d{4}年\d{1,2}月\d{1,2}日)";

    /// <summary>Writes the SQL for one column.</summary>
    /// <param name="column">The feed column, of type Date or Instant.</param>
    /// <param name="source">The type of the staged value.</param>
    /// <param name="shape">How the mapping says the value is written.</param>
    /// <param name="m">The staged value.</param>
    /// <param name="v">The typed value.</param>
    internal static ValueSql Of(FeedColumn column, SourceType source, TimeShape shape, string m, string v)
    {
        bool isDate = column.Type is FeedType.Date;
        string value = isDate ? DateSql(source, shape, m) : InstantSql(source, shape, m);
        string typed = shape.ShiftDays == 0 ? value : Shifted(value, shape.ShiftDays, isDate);
        string low = isDate ? "DATE '1800-01-01'" : "TIMESTAMP '1800-01-01 00:00:00'";
        string high = isDate ? "DATE '2199-12-31'" : "TIMESTAMP '2199-12-31 23:59:59'";
        string outside = $"coalesce({v} < {low} OR {v} > {high}, TRUE)";
        string trailing = source.Kind is SourceKind.Text && shape.Format is null ? $" OR {TrailingSql(isDate, m, v)}" : "";
        string suspicion = source.Kind is SourceKind.Date or SourceKind.Timestamp or SourceKind.ZonedTimestamp
            ? $"({v} < {low} OR {v} > {high})"
            : $"({m} IS NOT NULL AND ({outside}{trailing}))";
        string reason = source.Kind is SourceKind.Text
            ? TextReason(isDate, shape, m, v, outside)
            : $"'{RowDefectCodes.DateOutOfRange}'";
        return new ValueSql(typed, source.Kind is SourceKind.Missing ? null : suspicion, reason);
    }

    /// <summary>Writes the condition that something stands behind the date or instant, or in its place, that the cast passes over.</summary>
    private static string TrailingSql(bool isDate, string m, string v) => isDate
        ? $"(strlen({m}) > 10 AND TRY_CAST({m} AS TIMESTAMP) IS NULL) OR ({v} = DATE '1970-01-01' AND {m} NOT LIKE '%1970%')"
        : $"(ascii(right(rtrim({m}), 1)) > ascii('9') AND NOT ends_with(rtrim({m}), 'Z'))";

    private static string DateSql(SourceType source, TimeShape shape, string m) => source.Kind switch
    {
        SourceKind.Text when shape.Format is { } format => $"CAST(try_strptime({m}, {SqlText.Literal(format)}) AS DATE)",
        SourceKind.ZonedTimestamp => $"CAST(timezone({SqlText.Literal(shape.Zone)}, {m}) AS DATE)",
        _ => $"TRY_CAST({m} AS DATE)",
    };

    private static string InstantSql(SourceType source, TimeShape shape, string m) => source.Kind switch
    {
        SourceKind.Text when shape.Format is { } format => FromZone($"try_strptime({m}, {SqlText.Literal(format)})", shape),
        SourceKind.Text => $"timezone('UTC', TRY_CAST({m} AS TIMESTAMPTZ))",
        SourceKind.ZonedTimestamp => $"timezone('UTC', {m})",
        _ => FromZone($"TRY_CAST({m} AS TIMESTAMP)", shape),
    };

    private static string FromZone(string timestamp, TimeShape shape) =>
        shape.Zone == "UTC" ? timestamp : $"timezone('UTC', timezone({SqlText.Literal(shape.Zone)}, {timestamp}))";

    private static string Shifted(string value, int days, bool isDate)
    {
        string count = days.ToString(CultureInfo.InvariantCulture);
        return isDate ? $"({value} + ({count}))" : $"({value} + INTERVAL ({count}) DAY)";
    }

    private static string TextReason(bool isDate, TimeShape shape, string m, string v, string outside)
    {
        string text = $"trim({m}, {SqlText.Blanks})";
        string wrong = isDate ? RowDefectCodes.NotADate : RowDefectCodes.NotAnInstant;
        if (shape.Format is not null)
        {
            return $"CASE WHEN {v} IS NULL THEN '{RowDefectCodes.DateFormat}' WHEN {outside} THEN '{RowDefectCodes.DateOutOfRange}' END";
        }

        return $"""
            CASE WHEN regexp_full_match({text}, '{IsoMoment}')
                 THEN CASE WHEN {v} IS NULL THEN '{RowDefectCodes.NoSuchDate}' WHEN {outside} THEN '{RowDefectCodes.DateOutOfRange}' END
                 WHEN regexp_full_match({text}, '{OtherDay}.*') THEN '{RowDefectCodes.DateFormat}'
                 ELSE '{wrong}' END
            """;
    }
}
