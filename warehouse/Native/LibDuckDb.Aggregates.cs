using System.Runtime.InteropServices;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;

namespace ProdSales.Native;

/// <content>Aggregate functions of our own, which the engine calls on its threads.</content>
internal static unsafe partial class LibDuckDb
{
    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_aggregate_function_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial AggregateSetHandle CreateAggregateSet(string name);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_destroy_aggregate_function_set")]
    internal static partial void DestroyAggregateSet(ref nint set);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_add_aggregate_function_to_set")]
    internal static partial NativeState AddToSet(AggregateSetHandle set, AggregateHandle function);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_register_aggregate_function_set")]
    internal static partial NativeState RegisterAggregateSet(ConnectionHandle connection, AggregateSetHandle set);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_create_aggregate_function")]
    internal static partial AggregateHandle CreateAggregate();

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_destroy_aggregate_function")]
    internal static partial void DestroyAggregate(ref nint function);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_aggregate_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetAggregateName(AggregateHandle function, string name);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_aggregate_function_add_parameter")]
    internal static partial void AddAggregateParameter(AggregateHandle function, LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_aggregate_function_set_return_type")]
    internal static partial void SetAggregateReturnType(AggregateHandle function, LogicalTypeHandle type);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_aggregate_function_set_functions")]
    internal static partial void SetAggregateFunctions(AggregateHandle function, void* stateSize, void* start, void* update, void* combine, void* end);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_aggregate_function_set_destructor")]
    internal static partial void SetAggregateDestructor(AggregateHandle function, void* destroy);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_aggregate_function_set_special_handling")]
    internal static partial void TakeNullsToo(AggregateHandle function);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_aggregate_function_set_error", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void SetAggregateError(nint call, string error);

    [LibraryImport(DuckDbLibrary.Name, EntryPoint = "duckdb_vector_get_column_type")]
    internal static partial LogicalTypeHandle VectorType(nint vector);
}
