using System.Runtime.InteropServices;

namespace ProdSales.Native.Shapes;

/// <summary>A field of Arrow's C data interface, as its specification lays it out. Whoever holds it calls <see cref="Release"/> once.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ArrowSchema
{
    /// <summary>The type in the specification's notation, as UTF-8.</summary>
    internal byte* Format;

    /// <summary>The name as UTF-8; may be null.</summary>
    internal byte* Name;

    /// <summary>Further facts in the specification's notation; may be null.</summary>
    internal byte* Metadata;

    /// <summary>Bit 2 is set where values may be null.</summary>
    internal long Flags;

    /// <summary>How many fields are inside.</summary>
    internal long ChildCount;

    /// <summary>The fields inside.</summary>
    internal ArrowSchema** Children;

    /// <summary>The type of the values of a dictionary; null for other types.</summary>
    internal ArrowSchema* Dictionary;

    /// <summary>Gives it back; null once that was done.</summary>
    internal delegate* unmanaged[Cdecl]<ArrowSchema*, void> Release;

    /// <summary>The producer's own.</summary>
    internal void* Private;
}
