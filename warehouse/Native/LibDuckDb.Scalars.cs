using System.Runtime.InteropServices;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;

namespace ProdSales.Native;

/// <content>Scalar functions of our own.</content>
internal static unsafe partial class LibDuckDb
{
    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_scalar_function")]
    internal static partial ScalarHandle CreateScalar();

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_destroy_scalar_function")]
    internal static partial void DestroyScalar(ref nint function);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_scalar_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetScalarName(ScalarHandle function, string name);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_scalar_function_add_parameter")]
    internal static partial void AddScalarParameter(ScalarHandle function, LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_scalar_function_set_return_type")]
    internal static partial void SetScalarReturnType(ScalarHandle function, LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_scalar_function_set_special_handling")]
    internal static partial void TakeNullsToo(ScalarHandle function);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_scalar_function_set_function")]
    internal static partial void SetScalarFunction(ScalarHandle function, void* run);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_register_scalar_function")]
    internal static partial NativeState RegisterScalar(ConnectionHandle connection, ScalarHandle function);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_scalar_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetScalarError(nint call, string error);
}
