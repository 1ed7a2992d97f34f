using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;

namespace ProdSales.Native;

/// <content>Queries and their results.</content>
internal static unsafe partial class LibDuckDb
{
    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_query", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial NativeState Query(ConnectionHandle connection, string sql, ref NativeResult result);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_destroy_result")]
    internal static partial void DestroyResult(ref NativeResult result);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_column_count")]
    internal static partial ulong ColumnCount(ref NativeResult result);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_column_name")]
    [return: MarshalUsing(typeof(BorrowedText))]
    internal static partial string ColumnName(ref NativeResult result, ulong column);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_column_logical_type")]
    internal static partial LogicalTypeHandle ColumnLogicalType(ref NativeResult result, ulong column);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_rows_changed")]
    internal static partial ulong RowsChanged(ref NativeResult result);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_result_error")]
    [return: MarshalUsing(typeof(BorrowedText))]
    internal static partial string ResultError(ref NativeResult result);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_result_error_type")]
    internal static partial NativeErrorType ResultErrorType(ref NativeResult result);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_result_return_type")]
    internal static partial NativeReturnType ResultReturnType(NativeResult result);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_fetch_chunk")]
    internal static partial ChunkHandle FetchChunk(NativeResult result);
}
