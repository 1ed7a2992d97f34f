using System.Runtime.InteropServices;
using ProdSales.Native.Handles;

namespace ProdSales.Native;

/// <content>Logical types.</content>
internal static unsafe partial class LibDuckDb
{
    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_logical_type")]
    internal static partial LogicalTypeHandle CreateLogicalType(int type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_decimal_type")]
    internal static partial LogicalTypeHandle CreateDecimalType(byte width, byte scale);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_list_type")]
    internal static partial LogicalTypeHandle CreateListType(LogicalTypeHandle child);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_enum_type")]
    internal static partial LogicalTypeHandle CreateEnumType(nint* labels, ulong count);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_destroy_logical_type")]
    internal static partial void DestroyLogicalType(ref nint type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_get_type_id")]
    internal static partial int TypeId(LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_decimal_width")]
    internal static partial byte DecimalWidth(LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_decimal_scale")]
    internal static partial byte DecimalScale(LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_enum_dictionary_size")]
    internal static partial uint EnumSize(LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_enum_dictionary_value")]
    internal static partial nint EnumLabel(LogicalTypeHandle type, ulong index);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_list_type_child_type")]
    internal static partial LogicalTypeHandle ListChildType(LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_array_type_child_type")]
    internal static partial LogicalTypeHandle ArrayChildType(LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_array_type_array_size")]
    internal static partial ulong ArraySize(LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_map_type_key_type")]
    internal static partial LogicalTypeHandle MapKeyType(LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_map_type_value_type")]
    internal static partial LogicalTypeHandle MapValueType(LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_struct_type_child_count")]
    internal static partial ulong StructSize(LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_struct_type_child_name")]
    internal static partial nint StructChildName(LogicalTypeHandle type, ulong index);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_struct_type_child_type")]
    internal static partial LogicalTypeHandle StructChildType(LogicalTypeHandle type, ulong index);
}
