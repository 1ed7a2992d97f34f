using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;

namespace ProdSales.Native;

/// <summary>libduckdb's C API by chapter. Names follow the header without its prefix; ownership is told by the handle types.</summary>
internal static unsafe partial class LibDuckDb
{
    static LibDuckDb() => DuckDbLibrary.Register();

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_library_version")]
    [return: MarshalUsing(typeof(BorrowedText))]
    internal static partial string LibraryVersion();

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_config")]
    internal static partial NativeState CreateConfig(out ConfigHandle config);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_set_config", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial NativeState SetConfig(ConfigHandle config, string name, string option);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_destroy_config")]
    internal static partial void DestroyConfig(ref nint config);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_open_ext", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial NativeState OpenExt(string path, out DatabaseHandle database, ConfigHandle config, out nint error);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_close")]
    internal static partial void Close(ref nint database);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_connect")]
    internal static partial NativeState Connect(DatabaseHandle database, out ConnectionHandle connection);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_disconnect")]
    internal static partial void Disconnect(ref nint connection);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_interrupt")]
    internal static partial void Interrupt(ConnectionHandle connection);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_query_progress")]
    internal static partial NativeProgress QueryProgress(ConnectionHandle connection);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_free")]
    internal static partial void Free(nint pointer);

    /// <summary>Reads text that libduckdb allocated for the caller, and frees it.</summary>
    internal static string TakeText(nint text)
    {
        string? value = Marshal.PtrToStringUTF8(text);
        Free(text);
        return value ?? "";
    }
}
