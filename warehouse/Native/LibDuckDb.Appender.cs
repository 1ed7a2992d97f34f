using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;

namespace ProdSales.Native;

/// <content>Bulk appends and the errors they give.</content>
internal static unsafe partial class LibDuckDb
{
    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_appender_create_ext", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial NativeState CreateAppender(
        ConnectionHandle connection, string? catalog, string? schema, string table, out AppenderHandle appender);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_appender_create_query", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial NativeState CreateQueryAppender(
        ConnectionHandle connection, string sql, ulong columnCount, nint* types, string tableName, nint* columnNames, out AppenderHandle appender);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_appender_add_column", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial NativeState AddAppenderColumn(AppenderHandle appender, string name);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_appender_column_count")]
    internal static partial ulong AppenderColumnCount(AppenderHandle appender);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_appender_column_type")]
    internal static partial LogicalTypeHandle AppenderColumnType(AppenderHandle appender, ulong column);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_append_data_chunk")]
    internal static partial NativeState AppendDataChunk(AppenderHandle appender, ChunkHandle chunk);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_appender_clear")]
    internal static partial NativeState ClearAppender(AppenderHandle appender);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_appender_close")]
    internal static partial NativeState CloseAppender(AppenderHandle appender);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_appender_destroy")]
    internal static partial NativeState DestroyAppender(ref nint appender);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_appender_error_data")]
    internal static partial ErrorHandle AppenderError(AppenderHandle appender);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_error_data_error_type")]
    internal static partial NativeErrorType ErrorType(ErrorHandle error);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_error_data_message")]
    [return: MarshalUsing(typeof(BorrowedText))]
    internal static partial string ErrorMessage(ErrorHandle error);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_destroy_error_data")]
    internal static partial void DestroyErrorData(ref nint error);
}
