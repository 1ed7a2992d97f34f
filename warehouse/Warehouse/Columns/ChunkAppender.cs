using System.Runtime.InteropServices;
using System.Text;
using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;
using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Columns;

/// <summary>Appends rows by whole chunks: the only fast way into a table.</summary>
/// <remarks>
/// It works inside a transaction only, because outside one the engine commits every 204,800 rows by itself and readers see half a batch.
/// Call <see cref="Close"/> at the end: constraint and encoding errors surface there. Disposing without it drops what has not been flushed,
/// and the transaction must then be rolled back.
/// </remarks>
public sealed unsafe class ChunkAppender : IDisposable
{
    private readonly DuckDbConnection _connection;
    private readonly AppenderHandle _handle;
    private readonly string _target;
    private bool _isClosed;

    private ChunkAppender(DuckDbConnection connection, AppenderHandle handle, string target)
    {
        _connection = connection;
        _handle = handle;
        _target = target;
    }

    /// <summary>Gets the types of the columns, in the order in which chunks must have them.</summary>
    public IReadOnlyList<ColumnType> Types { get; private set; } = [];

    /// <summary>Gets the rows appended so far.</summary>
    public long RowCount { get; private set; }

    /// <summary>Begins to append to a table.</summary>
    /// <param name="transaction">The open transaction.</param>
    /// <param name="table">The table in the current schema, or <c>schema.table</c>; unquoted.</param>
    /// <param name="columns">The columns that chunks have, in their order; none means all of the table. The others get their defaults.</param>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    /// <exception cref="WarehouseException">There is no such table or column.</exception>
    public static ChunkAppender ToTable(DuckDbTransaction transaction, string table, params IReadOnlyList<string> columns)
    {
        DuckDbConnection connection = Open(transaction);
        string[] parts = table.Split('.');
        string? schema = parts.Length > 1 ? parts[0] : null;
        NativeState state = LibDuckDb.CreateAppender(connection.Handle, catalog: null, schema, parts[^1], out AppenderHandle handle);
        var appender = new ChunkAppender(connection, handle, $"append to {table}");
        appender.Require(state);
        foreach (string column in columns)
        {
            appender.Require(LibDuckDb.AddAppenderColumn(handle, column));
        }

        appender.Types = ReadTypes(handle);
        return appender;
    }

    /// <summary>Begins to run a statement over the appended rows, such as <c>MERGE INTO … USING appended</c> or <c>INSERT INTO … SELECT … FROM appended</c>.</summary>
    /// <param name="transaction">The open transaction.</param>
    /// <param name="sql">An INSERT, UPDATE, DELETE or MERGE INTO that reads from the table <c>appended</c>. It runs once for each 204,800 rows or so.</param>
    /// <param name="columns">The columns of <c>appended</c>.</param>
    /// <exception cref="InvalidOperationException">The transaction has ended.</exception>
    /// <exception cref="WarehouseException">The statement is refused.</exception>
    public static ChunkAppender ToStatement(DuckDbTransaction transaction, string sql, IReadOnlyList<ResultColumn> columns)
    {
        DuckDbConnection connection = Open(transaction);
        LogicalTypeHandle[] types = [.. columns.Select(c => c.Type.Create())];
        byte[][] names = [.. columns.Select(c => Encoding.UTF8.GetBytes(c.Name + '\0'))];
        nint[] typePointers = [.. types.Select(t => t.DangerousGetHandle())];
        var pins = names.Select(n => GCHandle.Alloc(n, GCHandleType.Pinned)).ToArray();
        try
        {
            nint[] namePointers = [.. pins.Select(p => p.AddrOfPinnedObject())];
            fixed (nint* typeStart = typePointers)
            fixed (nint* nameStart = namePointers)
            {
                NativeState state = LibDuckDb.CreateQueryAppender(
                    connection.Handle, sql, (ulong)types.Length, typeStart, "appended", nameStart, out AppenderHandle handle);
                var appender = new ChunkAppender(connection, handle, sql) { Types = [.. columns.Select(c => c.Type)] };
                appender.Require(state);
                return appender;
            }
        }
        finally
        {
            Array.ForEach(pins, p => p.Free());
            Array.ForEach(types, t => t.Dispose());
        }
    }

    /// <summary>Appends the rows of a result, even of another database; values are copied, and cast where the types differ.</summary>
    /// <exception cref="WarehouseException">The columns do not fit, or a value cannot be cast.</exception>
    public void Append(DataChunk chunk) => Append(chunk.Handle, chunk.Count);

    /// <summary>Appends the rows that have been written; the writer may be reset and filled again afterwards.</summary>
    /// <exception cref="WarehouseException">The columns do not fit, or a value cannot be cast.</exception>
    public void Append(ChunkWriter chunk) => Append(chunk.Handle, chunk.Count);

    /// <summary>Writes what is left and ends the append.</summary>
    /// <exception cref="WarehouseException">A constraint does not hold or a text is not UTF-8; the transaction must be rolled back.</exception>
    public void Close()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        Require(LibDuckDb.CloseAppender(_handle));
        _isClosed = true;
        _handle.Dispose();
    }

    /// <summary>Ends the append; rows that have not been flushed are dropped when it was not closed.</summary>
    public void Dispose()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            LibDuckDb.ClearAppender(_handle);
            _handle.Dispose();
        }
    }

    private static DuckDbConnection Open(DuckDbTransaction transaction) => transaction.Connection
        ?? throw new InvalidOperationException("The transaction has ended: rows can be appended inside an open one only.");

    private static ColumnType[] ReadTypes(AppenderHandle handle)
    {
        var types = new ColumnType[LibDuckDb.AppenderColumnCount(handle)];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = ColumnType.ReadAndRelease(LibDuckDb.AppenderColumnType(handle, (ulong)i));
        }

        return types;
    }

    private void Append(ChunkHandle chunk, int rows)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        using (_connection.Take(TimeSpan.Zero, CancellationToken.None))
        {
            Require(LibDuckDb.AppendDataChunk(_handle, chunk));
        }

        RowCount += rows;
    }

    private void Require(NativeState state)
    {
        if (state == NativeState.Success)
        {
            return;
        }

        using ErrorHandle error = LibDuckDb.AppenderError(_handle);
        WarehouseException exception = EngineErrors.From(LibDuckDb.ErrorType(error), LibDuckDb.ErrorMessage(error), _target);
        Dispose();
        throw _connection.Engine.Noticed(exception);
    }
}
