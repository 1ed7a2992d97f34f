using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;
using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Statements;

/// <summary>The transaction that a stream opens for itself, so that it is planned and read from one snapshot.</summary>
internal sealed class OwnTransaction : IDisposable
{
    private readonly ConnectionHandle _connection;
    private bool _isHanded;

    private OwnTransaction(ConnectionHandle connection) => _connection = connection;

    /// <summary>Begins it.</summary>
    public static OwnTransaction Begin(DuckDbConnection connection)
    {
        Run(connection.Handle, "BEGIN TRANSACTION");
        return new OwnTransaction(connection.Handle);
    }

    /// <summary>Leaves the end of it to the stream.</summary>
    public OwnTransaction Handed()
    {
        _isHanded = true;
        return this;
    }

    /// <summary>Ends it when the stream is disposed.</summary>
    public void End(bool hasFailed) => Run(_connection, hasFailed ? "ROLLBACK" : "COMMIT");

    /// <summary>Undoes it when the stream never came to be.</summary>
    public void Dispose()
    {
        if (!_isHanded)
        {
            Run(_connection, "ROLLBACK");
        }
    }

    private static void Run(ConnectionHandle connection, string statement)
    {
        NativeResult result = default;
        NativeState state = LibDuckDb.Query(connection, statement, ref result);
        string error = state == NativeState.Success ? "" : LibDuckDb.ResultError(ref result);
        LibDuckDb.DestroyResult(ref result);
        if (error.Length > 0 && statement != "ROLLBACK")
        {
            throw EngineErrors.From(error, statement);
        }
    }
}
