using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Values;

/// <summary>The .NET type that a column's values are given as.</summary>
internal static class ClrTypes
{
    /// <summary>The type of a value that is not null.</summary>
    public static Type Of(ColumnType type) => type.Kind switch
    {
        DuckDbType.Boolean => typeof(bool),
        DuckDbType.TinyInt => typeof(sbyte),
        DuckDbType.SmallInt => typeof(short),
        DuckDbType.Integer => typeof(int),
        DuckDbType.BigInt => typeof(long),
        DuckDbType.UTinyInt => typeof(byte),
        DuckDbType.USmallInt => typeof(ushort),
        DuckDbType.UInteger => typeof(uint),
        DuckDbType.UBigInt => typeof(ulong),
        DuckDbType.HugeInt or DuckDbType.UHugeInt => typeof(decimal),
        DuckDbType.Float => typeof(float),
        DuckDbType.Double => typeof(double),
        DuckDbType.Decimal => typeof(decimal),
        DuckDbType.Varchar or DuckDbType.Enum or DuckDbType.Bit => typeof(string),
        DuckDbType.Blob => typeof(byte[]),
        DuckDbType.Date => typeof(DateOnly),
        DuckDbType.Time => typeof(TimeOnly),
        DuckDbType.TimestampTz => typeof(DateTimeOffset),
        DuckDbType.Timestamp or DuckDbType.TimestampSeconds or DuckDbType.TimestampMillis or DuckDbType.TimestampNanos => typeof(DateTime),
        DuckDbType.Uuid => typeof(Guid),
        DuckDbType.Interval => typeof(DuckDbInterval),
        DuckDbType.List or DuckDbType.Array => OfElement(type.Children[0]).MakeArrayType(),
        DuckDbType.Struct => typeof(Dictionary<string, object?>),
        DuckDbType.Map => typeof(Dictionary<object, object?>),
        _ => typeof(object),
    };

    /// <summary>The type of a list's element, which may be null.</summary>
    public static Type OfElement(ColumnType type)
    {
        Type element = Of(type);
        return element.IsValueType ? typeof(Nullable<>).MakeGenericType(element) : element;
    }
}
