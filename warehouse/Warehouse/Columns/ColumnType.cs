using System.Globalization;
using System.Runtime.InteropServices;
using ProdSales.Native;
using ProdSales.Native.Handles;

namespace ProdSales.Warehouse.Columns;

/// <summary>The type of a column: its kind with the precision, labels, fields or children that belong to it.</summary>
public sealed class ColumnType
{
    private int _byteWidth = -1;

    private ColumnType(DuckDbType kind) => Kind = kind;

    /// <summary>Gets the kind, which tells how the values lie in memory.</summary>
    public DuckDbType Kind { get; }

    /// <summary>Gets the digits in all of a DECIMAL, 1 to 38; 0 for other kinds.</summary>
    public int Width { get; private init; }

    /// <summary>Gets the digits after the point of a DECIMAL; 0 for other kinds.</summary>
    public int Scale { get; private init; }

    /// <summary>Gets the labels of an ENUM in the order of their codes; empty for other kinds.</summary>
    public IReadOnlyList<string> Labels { get; private init; } = [];

    /// <summary>Gets the element type of a LIST or ARRAY, key and value of a MAP, or the fields of a STRUCT; empty for other kinds.</summary>
    public IReadOnlyList<ColumnType> Children { get; private init; } = [];

    /// <summary>Gets the field names of a STRUCT in the order of <see cref="Children"/>; empty for other kinds.</summary>
    public IReadOnlyList<string> FieldNames { get; private init; } = [];

    /// <summary>Gets the number of elements of each row of an ARRAY; 0 for other kinds.</summary>
    public int ArrayLength { get; private init; }

    /// <summary>Gets the bytes one value takes in its vector; 0 for STRUCT and ARRAY, whose values lie in child vectors.</summary>
    public int ByteWidth => _byteWidth >= 0 ? _byteWidth : _byteWidth = Kind switch
    {
        DuckDbType.Boolean or DuckDbType.TinyInt or DuckDbType.UTinyInt => 1,
        DuckDbType.SmallInt or DuckDbType.USmallInt => 2,
        DuckDbType.Integer or DuckDbType.UInteger or DuckDbType.Float or DuckDbType.Date or DuckDbType.SqlNull => 4,
        DuckDbType.Decimal => Width switch { <= 4 => 2, <= 9 => 4, <= 18 => 8, _ => 16 },
        DuckDbType.Enum => Labels.Count switch { <= byte.MaxValue => 1, <= ushort.MaxValue => 2, _ => 4 },
        DuckDbType.Varchar or DuckDbType.Blob or DuckDbType.Bit or DuckDbType.HugeInt or DuckDbType.UHugeInt or DuckDbType.Uuid => 16,
        DuckDbType.Interval or DuckDbType.List or DuckDbType.Map => 16,
        DuckDbType.Struct or DuckDbType.Array or DuckDbType.Union => 0,
        _ => 8,
    };

    /// <summary>Makes the type of a kind that needs nothing else.</summary>
    /// <exception cref="ArgumentException">The kind needs a precision, labels or children.</exception>
    public static ColumnType Of(DuckDbType kind) => kind switch
    {
        DuckDbType.Decimal or DuckDbType.Enum or DuckDbType.List or DuckDbType.Struct or DuckDbType.Map or DuckDbType.Array or DuckDbType.Union =>
            throw new ArgumentException($"{kind} is not a type by itself: it needs a precision, labels or children.", nameof(kind)),
        _ => new ColumnType(kind),
    };

    /// <summary>Makes a DECIMAL.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is not in 1..38 or <paramref name="scale"/> is above it.</exception>
    public static ColumnType Decimal(int width, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 38);
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, width);
        return new ColumnType(DuckDbType.Decimal) { Width = width, Scale = scale };
    }

    /// <summary>Makes an ENUM.</summary>
    /// <param name="labels">The labels in the order of their codes, 0 and up.</param>
    public static ColumnType Enum(IReadOnlyList<string> labels) => new(DuckDbType.Enum) { Labels = [.. labels] };

    /// <summary>Makes a LIST of a type.</summary>
    public static ColumnType List(ColumnType element) => new(DuckDbType.List) { Children = [element] };

    /// <summary>Gives the type as SQL writes it, such as <c>DECIMAL(18,2)</c>.</summary>
    public override string ToString() => Kind switch
    {
        DuckDbType.Decimal => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({Width},{Scale})"),
        DuckDbType.Enum => $"ENUM({string.Join(", ", Labels.Select(Quoted))})",
        DuckDbType.List => $"{Children[0]}[]",
        DuckDbType.Array => string.Create(CultureInfo.InvariantCulture, $"{Children[0]}[{ArrayLength}]"),
        DuckDbType.Map => $"MAP({Children[0]}, {Children[1]})",
        DuckDbType.Struct => $"STRUCT({string.Join(", ", FieldNames.Zip(Children, (name, type) => $"\"{name}\" {type}"))})",
        DuckDbType.TimestampTz => "TIMESTAMP WITH TIME ZONE",
        DuckDbType.TimeTz => "TIME WITH TIME ZONE",
        DuckDbType.TimestampSeconds => "TIMESTAMP_S",
        DuckDbType.TimestampMillis => "TIMESTAMP_MS",
        DuckDbType.TimestampNanos => "TIMESTAMP_NS",
        DuckDbType.SqlNull => "\"NULL\"",
        _ => Kind.ToString().ToUpperInvariant(),
    };

    /// <summary>Reads a type of the engine.</summary>
    internal static ColumnType Read(LogicalTypeHandle type)
    {
        var kind = (DuckDbType)LibDuckDb.TypeId(type);
        return kind switch
        {
            DuckDbType.Decimal => Decimal(LibDuckDb.DecimalWidth(type), LibDuckDb.DecimalScale(type)),
            DuckDbType.Enum => new ColumnType(kind) { Labels = LabelsOf(type) },
            DuckDbType.List => new ColumnType(kind) { Children = [ReadAndRelease(LibDuckDb.ListChildType(type))] },
            DuckDbType.Map => new ColumnType(kind)
            {
                Children = [ReadAndRelease(LibDuckDb.MapKeyType(type)), ReadAndRelease(LibDuckDb.MapValueType(type))],
            },
            DuckDbType.Array => new ColumnType(kind)
            {
                Children = [ReadAndRelease(LibDuckDb.ArrayChildType(type))],
                ArrayLength = (int)LibDuckDb.ArraySize(type),
            },
            DuckDbType.Struct => new ColumnType(kind)
            {
                Children = Fields(type, i => ReadAndRelease(LibDuckDb.StructChildType(type, i))),
                FieldNames = Fields(type, i => LibDuckDb.TakeText(LibDuckDb.StructChildName(type, i))),
            },
            _ => new ColumnType(kind),
        };
    }

    /// <summary>Reads a type of the engine and gives the handle back.</summary>
    internal static ColumnType ReadAndRelease(LogicalTypeHandle type)
    {
        using (type)
        {
            return Read(type);
        }
    }

    /// <summary>Makes the engine's object for this type.</summary>
    /// <exception cref="NotSupportedException">The type is one that can be read but not written.</exception>
    internal LogicalTypeHandle Create()
    {
        switch (Kind)
        {
            case DuckDbType.Decimal:
                return LibDuckDb.CreateDecimalType((byte)Width, (byte)Scale);
            case DuckDbType.List:
                using (LogicalTypeHandle element = Children[0].Create())
                {
                    return LibDuckDb.CreateListType(element);
                }

            case DuckDbType.Enum:
                return CreateEnum();
            case DuckDbType.Struct or DuckDbType.Map or DuckDbType.Array or DuckDbType.Union:
                throw new NotSupportedException($"Values of {this} can be read, but not be written by column; append VARCHAR and let the engine cast.");
            default:
                return LibDuckDb.CreateLogicalType((int)Kind);
        }
    }

    private unsafe LogicalTypeHandle CreateEnum()
    {
        nint[] labels = [.. Labels.Select(Marshal.StringToCoTaskMemUTF8)];
        try
        {
            fixed (nint* start = labels)
            {
                return LibDuckDb.CreateEnumType(start, (ulong)labels.Length);
            }
        }
        finally
        {
            Array.ForEach(labels, Marshal.FreeCoTaskMem);
        }
    }

    private static string Quoted(string label) => $"'{label.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string[] LabelsOf(LogicalTypeHandle type)
    {
        string[] labels = new string[LibDuckDb.EnumSize(type)];
        for (int code = 0; code < labels.Length; code++)
        {
            labels[code] = LibDuckDb.TakeText(LibDuckDb.EnumLabel(type, (ulong)code));
        }

        return labels;
    }

    private static T[] Fields<T>(LogicalTypeHandle type, Func<ulong, T> field)
    {
        T[] fields = new T[LibDuckDb.StructSize(type)];
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = field((ulong)i);
        }

        return fields;
    }
}
