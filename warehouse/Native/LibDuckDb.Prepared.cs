using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;

namespace ProdSales.Native;

/// <content>Scripts, prepared statements and pending executions.</content>
internal static unsafe partial class LibDuckDb
{
    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_extract_statements", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial ulong ExtractStatements(ConnectionHandle connection, string sql, out ExtractedHandle statements);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_extract_statements_error")]
    [return: MarshalUsing(typeof(BorrowedText))]
    internal static partial string ExtractStatementsError(ExtractedHandle statements);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_destroy_extracted")]
    internal static partial void DestroyExtracted(ref nint statements);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_prepare", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial NativeState Prepare(ConnectionHandle connection, string sql, out PreparedHandle statement);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_prepare_extracted_statement")]
    internal static partial NativeState PrepareExtracted(
        ConnectionHandle connection, ExtractedHandle statements, ulong index, out PreparedHandle statement);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_prepare_error")]
    [return: MarshalUsing(typeof(BorrowedText))]
    internal static partial string PrepareError(PreparedHandle statement);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_destroy_prepare")]
    internal static partial void DestroyPrepare(ref nint statement);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_nparams")]
    internal static partial ulong ParameterCount(PreparedHandle statement);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_parameter_name")]
    internal static partial nint ParameterName(PreparedHandle statement, ulong index);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_bind_value")]
    internal static partial NativeState BindValue(PreparedHandle statement, ulong index, ValueHandle value);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_execute_prepared")]
    internal static partial NativeState ExecutePrepared(PreparedHandle statement, ref NativeResult result);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_pending_prepared_streaming")]
    internal static partial NativeState PendingPreparedStreaming(PreparedHandle statement, out PendingHandle pending);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_pending_error")]
    [return: MarshalUsing(typeof(BorrowedText))]
    internal static partial string PendingError(PendingHandle pending);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_execute_pending")]
    internal static partial NativeState ExecutePending(PendingHandle pending, ref NativeResult result);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_destroy_pending")]
    internal static partial void DestroyPending(ref nint pending);
}
