using System.Runtime.InteropServices;

namespace ProdSales.Native.Shapes;

/// <summary><c>duckdb_hugeint</c> and <c>duckdb_uhugeint</c>: 128 bits in two halves, aligned to 8 bytes as C aligns them.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct NativeHugeInt(ulong lower, ulong upper)
{
    /// <summary>The low half.</summary>
    public readonly ulong Lower = lower;

    /// <summary>The high half, with the sign of a signed value.</summary>
    public readonly ulong Upper = upper;

    /// <summary>Splits a signed value.</summary>
    public static NativeHugeInt From(Int128 value) => new((ulong)value, (ulong)(value >> 64));
}
