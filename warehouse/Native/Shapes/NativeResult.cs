using System.Runtime.InteropServices;

namespace ProdSales.Native.Shapes;

/// <summary><c>duckdb_result</c>: passed by address to some functions and by value to others, and released with <c>duckdb_destroy_result</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    private ulong _columnCount;
    private ulong _rowCount;
    private ulong _rowsChanged;
    private nint _columns;
    private nint _errorMessage;

    /// <summary>The result proper; null before a query and after the release.</summary>
    public nint Internal;
}
