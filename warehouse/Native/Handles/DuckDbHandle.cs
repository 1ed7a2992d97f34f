using System.Runtime.InteropServices;

namespace ProdSales.Native.Handles;

/// <summary>An object of libduckdb that must be released exactly once, by a function that takes the address of the pointer.</summary>
/// <param name="isOwned">False for an object that the engine lends for a while and releases itself.</param>
internal abstract class DuckDbHandle(bool isOwned = true) : SafeHandle(0, isOwned)
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
