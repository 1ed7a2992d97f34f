using System.Runtime.InteropServices;

namespace ProdSales.Native.Shapes;

/// <summary>The values of a field in Arrow's C data interface, as its specification lays it out. Whoever holds it calls <see cref="Release"/> once.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ArrowArray
{
    /// <summary>How many values there are.</summary>
    internal long Length;

    /// <summary>How many of them are null; -1 where nobody counted.</summary>
    internal long NullCount;

    /// <summary>Where they begin in the buffers.</summary>
    internal long Offset;

    /// <summary>How many buffers there are.</summary>
    internal long BufferCount;

    /// <summary>How many arrays are inside.</summary>
    internal long ChildCount;

    /// <summary>The buffers; the one of validity is null where no value is.</summary>
    internal void** Buffers;

    /// <summary>The arrays inside.</summary>
    internal ArrowArray** Children;

    /// <summary>The values of a dictionary; null for other types.</summary>
    internal ArrowArray* Dictionary;

    /// <summary>Gives it back; null once that was done.</summary>
    internal delegate* unmanaged[Cdecl]<ArrowArray*, void> Release;

    /// <summary>The producer's own.</summary>
    internal void* Private;
}
