namespace ProdSales.Native.Shapes;

/// <summary><c>duckdb_state</c>.</summary>
internal enum NativeState
{
    /// <summary>The call did what it says.</summary>
    Success = 0,

    /// <summary>The call failed; the object it was made on tells why.</summary>
    Error = 1,
}
