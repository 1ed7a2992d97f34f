using System.Runtime.InteropServices;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;

namespace ProdSales.Native;

/// <content>Results in Arrow's C data interface.</content>
internal static unsafe partial class LibDuckDb
{
    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_result_get_arrow_options")]
    internal static partial ArrowOptionsHandle ArrowOptions(ref NativeResult result);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_destroy_arrow_options")]
    internal static partial void DestroyArrowOptions(ref nint options);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_to_arrow_schema")]
    internal static partial ErrorHandle ToArrowSchema(ArrowOptionsHandle options, nint* types, nint* names, ulong count, ArrowSchema* schema);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_data_chunk_to_arrow")]
    internal static partial ErrorHandle ToArrowArray(ArrowOptionsHandle options, ChunkHandle chunk, ArrowArray* array);
}
