namespace ProdSales.Sources.Readers.Staging;

/// <summary>Puts together what became of one file that was read record by record.</summary>
internal static class StagedRows
{
    /// <summary>Describes a table of VARCHAR columns.</summary>
    internal static StagedTable Of(string table, IReadOnlyList<string> columns, StagingWriter writer, DefectLog defects, params IReadOnlyList<string> remarks) => new()
    {
        Name = table,
        Columns = [.. columns.Select(column => new StagedColumn(column, "VARCHAR"))],
        RowCount = writer.RowCount,
        Defects = defects.Kept,
        DefectCount = defects.Count,
        Remarks = remarks,
    };
}
