using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ProdSales.Native;
using ProdSales.Native.Handles;
using ProdSales.Native.Shapes;
using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Statements;

namespace ProdSales.Warehouse.Columns;

/// <summary>The rows of one statement, chunk by chunk: the fast way to read a result.</summary>
/// <remarks>
/// A streaming result keeps its connection until it is disposed, because any other statement on the connection would cut it short without an error.
/// A materialised one leaves the connection free.
/// </remarks>
public sealed class ResultChunks : IDisposable
{
    private readonly EngineInstance _engine;
    private readonly StreamEnd? _streamEnd;
    private readonly Interruption? _interruption;
    private readonly string _sql;
    private NativeResult _result;
    private DataChunk? _current;
    private bool _isDisposed;
    private bool _hasFailed;
    private bool _isAtEnd;
    private long _rows;

    /// <summary>Takes over an executed result; a streaming one brings what ends it and what can interrupt it.</summary>
    internal ResultChunks(NativeResult result, string sql, EngineInstance engine, StreamEnd? streamEnd, Interruption? interruption)
    {
        _result = result;
        _sql = sql;
        _engine = engine;
        _streamEnd = streamEnd;
        _interruption = interruption;
        NativeReturnType returns = LibDuckDb.ResultReturnType(result);
        HasRows = returns == NativeReturnType.Rows;
        RowsChanged = returns == NativeReturnType.ChangedRows ? (long)LibDuckDb.RowsChanged(ref _result) : null;
        Columns = HasRows ? ReadColumns() : [];
    }

    /// <summary>Gives the memory of a result back that nobody disposed.</summary>
    [SuppressMessage("Design", "MA0055", Justification = "The result is a struct of the engine, passed by value and by address, so no SafeHandle can hold it")]
    ~ResultChunks() => LibDuckDb.DestroyResult(ref _result);

    /// <summary>Gets the columns; empty for a statement that gives no rows.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>Gets the rows inserted, updated or deleted; null for a statement that changes none.</summary>
    public long? RowsChanged { get; }

    /// <summary>Gets the chunk that the last <see cref="MoveNext"/> reached.</summary>
    /// <exception cref="InvalidOperationException">No chunk has been reached.</exception>
    public DataChunk Current => _current ?? throw new InvalidOperationException("There is no current chunk: call MoveNext first, and stop when it gives false.");

    /// <summary>Gets or sets the span that ends with the reading; null where nobody wants one.</summary>
    internal Activity? Span { get; set; }

    /// <summary>Gets a value indicating whether the statement gives rows at all, be they none.</summary>
    internal bool HasRows { get; }

    /// <summary>Goes to the next chunk, giving the one before back to the engine.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="WarehouseException">A streaming result failed on its way.</exception>
    /// <exception cref="OperationCanceledException">The token of the command was cancelled.</exception>
    public bool MoveNext()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _current?.Dispose();
        _current = null;
        if (!HasRows || _isAtEnd)
        {
            return false;
        }

        ThrowIfStopped();
        ChunkHandle chunk = LibDuckDb.FetchChunk(_result);
        if (chunk.IsInvalid)
        {
            ThrowIfFailed();
            _isAtEnd = true;
            return false;
        }

        _current = new DataChunk(chunk, Columns);
        _rows += _current.Count;
        return true;
    }

    /// <summary>Hands the current chunk over to the caller, who disposes it; it stays valid when the result goes on or ends.</summary>
    /// <exception cref="InvalidOperationException">No chunk has been reached, or it has been handed over.</exception>
    public DataChunk TakeCurrent()
    {
        DataChunk taken = Current;
        _current = null;
        return taken;
    }

    /// <summary>Gives everything back to the engine and, for a streaming result, the connection to its next command.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        GC.SuppressFinalize(this);
        _current?.Dispose();
        _current = null;
        _interruption?.Dispose();
        LibDuckDb.DestroyResult(ref _result);
        _streamEnd?.End(_hasFailed);
        StatementSpan.End(Span, _rows);
    }

    /// <summary>How the connection of the result wants Arrow's form; the caller disposes it.</summary>
    internal ArrowOptionsHandle ArrowOptions() => LibDuckDb.ArrowOptions(ref _result);

    /// <summary>The engine's type of a column; the caller disposes it.</summary>
    internal LogicalTypeHandle LogicalType(int column) => LibDuckDb.ColumnLogicalType(ref _result, (ulong)column);

    private void ThrowIfStopped()
    {
        _hasFailed |= _interruption?.Reason is not null;
        _interruption?.ThrowIfStopped(_sql);
    }

    private void ThrowIfFailed()
    {
        string message = LibDuckDb.ResultError(ref _result);
        if (message.Length > 0)
        {
            _hasFailed = true;
            WarehouseException error = _engine.Noticed(EngineErrors.From(LibDuckDb.ResultErrorType(ref _result), message, _sql));
            throw _interruption?.Told(error) ?? error;
        }
    }

    private ResultColumn[] ReadColumns()
    {
        var columns = new ResultColumn[LibDuckDb.ColumnCount(ref _result)];
        for (int i = 0; i < columns.Length; i++)
        {
            ColumnType type = ColumnType.ReadAndRelease(LibDuckDb.ColumnLogicalType(ref _result, (ulong)i));
            columns[i] = new ResultColumn(LibDuckDb.ColumnName(ref _result, (ulong)i), type);
        }

        return columns;
    }
}
