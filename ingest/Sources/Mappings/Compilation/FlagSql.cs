namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>Turns staged values into true and false.</summary>
internal static class FlagSql
{
    /// <summary>Writes the SQL for one column; texts are those that DuckDB knows (true, t, yes, y, 1 and their opposites) in any
    /// case.</summary>
    internal static ValueSql Of(SourceType source, string m, string v)
    {
        string typed = source.Kind is SourceKind.Integer
            ? $"CASE {m} WHEN 0 THEN FALSE WHEN 1 THEN TRUE END"
            : $"TRY_CAST({m} AS BOOLEAN)";
        string? suspicion = source.Kind is SourceKind.Boolean or SourceKind.Missing ? null : $"({m} IS NOT NULL AND {v} IS NULL)";
        return new ValueSql(typed, suspicion, $"'{RowDefectCodes.NotABoolean}'");
    }
}
