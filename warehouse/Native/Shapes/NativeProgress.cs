using System.Runtime.InteropServices;

namespace ProdSales.Native.Shapes;

/// <summary><c>duckdb_query_progress_type</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeProgress
{
    /// <summary>0 to 100, or -1 while nothing runs or progress is not tracked.</summary>
    public readonly double Percentage;

    /// <summary>Rows done by the pipeline that runs now.</summary>
    public readonly ulong RowsProcessed;

    /// <summary>Rows that pipeline expects in all.</summary>
    public readonly ulong TotalRows;
}
