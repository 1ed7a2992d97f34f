namespace ProdSales.Native.Shapes;

/// <summary><c>duckdb_result_type</c>: what a statement gives back.</summary>
internal enum NativeReturnType
{
    /// <summary>The statement failed.</summary>
    Invalid = 0,

    /// <summary>A number of changed rows.</summary>
    ChangedRows = 1,

    /// <summary>Nothing.</summary>
    Nothing = 2,

    /// <summary>Rows.</summary>
    Rows = 3,
}
