using System.Data;
using System.Data.Common;
using System.Globalization;

namespace ProdSales.Warehouse.Provider;

/// <summary>Writes the columns of a result as the table that older parts of ADO.NET ask for.</summary>
internal static class SchemaTable
{
    /// <summary>Writes the table: one row a column.</summary>
    internal static DataTable Of(IEnumerable<DbColumn> columns)
    {
        DataTable table = new("SchemaTable") { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add(SchemaTableColumn.ColumnName, typeof(string));
        table.Columns.Add(SchemaTableColumn.ColumnOrdinal, typeof(int));
        table.Columns.Add(new DataColumn(SchemaTableColumn.ColumnSize, typeof(int)) { DefaultValue = -1 });
        table.Columns.Add(SchemaTableColumn.DataType, typeof(Type));
        table.Columns.Add(SchemaTableColumn.AllowDBNull, typeof(bool));
        table.Columns.Add(SchemaTableColumn.NumericPrecision, typeof(int));
        table.Columns.Add(SchemaTableColumn.NumericScale, typeof(int));
        table.Columns.Add("DataTypeName", typeof(string));
        foreach (DbColumn column in columns)
        {
            table.Rows.Add(column.ColumnName, column.ColumnOrdinal, null, column.DataType, column.AllowDBNull, column.NumericPrecision, column.NumericScale, column.DataTypeName);
        }

        return table;
    }
}
