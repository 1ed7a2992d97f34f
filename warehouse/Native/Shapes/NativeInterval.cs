using System.Runtime.InteropServices;

namespace ProdSales.Native.Shapes;

/// <summary><c>duckdb_interval</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeInterval
{
    /// <summary>Calendar months.</summary>
    public int Months;

    /// <summary>Calendar days.</summary>
    public int Days;

    /// <summary>Microseconds.</summary>
    public long Micros;
}
