using ProdSales.Warehouse.Provider;

namespace ProdSales.Sources.Readers.Staging;

/// <summary>Makes one view of several staged files.</summary>
internal static class StagedUnion
{
    /// <summary>Makes the view; a column that a file lacks is NULL in its rows.</summary>
    internal static StagedTable Of(DuckDbConnection staging, string table, IReadOnlyList<StagedTable> parts)
    {
        string rows = string.Join(" UNION ALL BY NAME ", parts.Select(part => $"SELECT * FROM {StagingSql.Name(part.Name)}"));
        staging.Execute($"CREATE VIEW {StagingSql.Name(table)} AS {rows}");
        return new StagedTable
        {
            Name = table,
            Columns = Describe(staging, table),
            RowCount = parts.Sum(part => part.RowCount),
            Defects = [.. parts.SelectMany(part => part.Defects)],
            DefectCount = parts.Sum(part => part.DefectCount),
            Remarks = [.. parts.SelectMany(part => part.Remarks)],
        };
    }

    private static StagedColumn[] Describe(DuckDbConnection staging, string table)
    {
        using DuckDbCommand command = staging.CreateCommand($"SELECT column_name, column_type FROM (DESCRIBE {StagingSql.Name(table)})");
        using DuckDbDataReader reader = command.ExecuteReader();
        List<StagedColumn> columns = [];
        while (reader.Read())
        {
            columns.Add(new StagedColumn(reader.GetString(0), reader.GetString(1)));
        }

        return [.. columns.Where(column => column.Name is not (StagedTable.FileColumn or StagedTable.LineColumn))];
    }
}
