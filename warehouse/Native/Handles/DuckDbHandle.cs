using System.Runtime.InteropServices;

namespace ProdSales.Native.Handles;

/// <summary>An object of libduckdb that must be released exactly once, by a function that takes the address of the pointer.</summary>
internal abstract class DuckDbHandle() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Gives the object back to libduckdb.</summary>
    /// <param name="pointer">The object; libduckdb sets it to null.</param>
    protected abstract void Release(ref nint pointer);

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Release(ref handle);
        return true;
    }
}
