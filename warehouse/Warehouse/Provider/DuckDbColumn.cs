using System.Data.Common;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Values;

namespace ProdSales.Warehouse.Provider;

/// <summary>What ADO.NET wants to know of a column.</summary>
internal sealed class DuckDbColumn : DbColumn
{
    public DuckDbColumn(ResultColumn column, int ordinal)
    {
        ColumnName = column.Name;
        ColumnOrdinal = ordinal;
        DataType = ClrTypes.Of(column.Type);
        DataTypeName = column.Type.ToString();
        AllowDBNull = true;
        if (column.Type.Kind == DuckDbType.Decimal)
        {
            NumericPrecision = column.Type.Width;
            NumericScale = column.Type.Scale;
        }
    }
}
