using System.Runtime.InteropServices;

namespace ProdSales.Native.Shapes;

/// <summary><c>duckdb_decimal</c>: the value is <see cref="Unscaled"/> x 10^-<see cref="Scale"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeDecimal
{
    /// <summary>Digits in all, 1 to 38.</summary>
    public byte Width;

    /// <summary>Digits after the point, at most <see cref="Width"/>.</summary>
    public byte Scale;

    /// <summary>The digits as an integer.</summary>
    public NativeHugeInt Unscaled;
}
