using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ProdSales.Warehouse.Folding;

/// <summary>Asks the processor for memory some rows before it is needed: sums that lie far apart are else waited for one after the other.</summary>
public static class Prefetch
{
    /// <summary>How many rows ahead to ask.</summary>
    public const int Rows = 16;

    private const int Line = 64;

    /// <summary>Asks for all lines of a value; changes nothing, and is nothing where the processor cannot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Of<T>(ref readonly T value)
        where T : struct
    {
        if (Sse.IsSupported)
        {
            byte* first = (byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in value));
            for (int at = 0; at < Unsafe.SizeOf<T>(); at += Line)
            {
                Sse.Prefetch0(first + at);
            }
        }
    }
}
