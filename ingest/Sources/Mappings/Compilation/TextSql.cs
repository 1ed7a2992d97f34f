using ProdSales.Feeds;

namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>Turns staged values into the texts of a feed.</summary>
internal static class TextSql
{
    /// <summary>The most characters of a text, and the bytes up to which it need not be counted.</summary>
    internal const int MostCharacters = 4000;

    /// <summary>Writes the SQL for one column; a text of ASCII blanks is a missing value, every other text stays as it is.</summary>
    internal static ValueSql Of(FeedColumn column, SourceType source, string m, string v)
    {
        string? isOther = column.Allowed.Count > 0 ? $"{v} NOT IN ({SqlText.Literals(column.Allowed)})" : null;
        string notAllowed = isOther is null ? "" : $"WHEN {isOther} THEN '{RowDefectCodes.ValueNotAllowed}'";
        string reason = $"CASE WHEN length({v}) > {MostCharacters} THEN '{RowDefectCodes.TextTooLong}' {notAllowed} END";
        return new ValueSql(TypedSql(source, m), isOther, reason) { LengthSql = source.Kind is SourceKind.Text ? $"strlen({v})" : null };
    }

    private static string TypedSql(SourceType source, string m) => source.Kind switch
    {
        SourceKind.Text when source.Name is "VARCHAR" => $"CASE WHEN {SqlText.IsPlainBlank(m)} THEN NULL ELSE {m} END",
        SourceKind.Floating => $"CASE WHEN {m} = trunc({m}) AND abs({m}) < 1e15 THEN CAST(CAST({m} AS BIGINT) AS VARCHAR) ELSE CAST({m} AS VARCHAR) END",
        _ => $"CAST({m} AS VARCHAR)",
    };
}
