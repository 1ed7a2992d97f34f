using ProdSales.Feeds;

namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>Turns staged values into the texts of a feed.</summary>
internal static class TextSql
{
    private const int MostCharacters = 4000;

    /// <summary>Writes the SQL for one column; a blank text is a missing value, every other text stays as it is.</summary>
    internal static ValueSql Of(FeedColumn column, SourceType source, string m, string v)
    {
        List<string> suspicions = [];
        if (source.Kind is SourceKind.Text)
        {
            suspicions.Add($"strlen({v}) > {MostCharacters}");
        }

        string allowed = "";
        if (column.Allowed.Count > 0)
        {
            string isOther = $"{v} NOT IN ({SqlText.Literals(column.Allowed)})";
            suspicions.Add(isOther);
            allowed = $"WHEN {isOther} THEN 'value-not-allowed'";
        }

        string? suspicion = suspicions.Count == 0 ? null : $"coalesce({string.Join(" OR ", suspicions)}, FALSE)";
        return new ValueSql(TypedSql(source, m), suspicion, $"CASE WHEN length({v}) > {MostCharacters} THEN 'text-too-long' {allowed} END");
    }

    private static string TypedSql(SourceType source, string m) => source.Kind switch
    {
        SourceKind.Text when source.Name is "VARCHAR" => $"CASE WHEN {SqlText.IsBlank(m)} THEN NULL ELSE {m} END",
        SourceKind.Floating => $"CASE WHEN {m} = trunc({m}) AND abs({m}) < 1e15 THEN CAST(CAST({m} AS BIGINT) AS VARCHAR) ELSE CAST({m} AS VARCHAR) END",
        _ => $"CAST({m} AS VARCHAR)",
    };
}
