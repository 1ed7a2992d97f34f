using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Intake;

/// <summary>Collects chunks into slices and runs the statements of a slice over them, so that memory does not grow with the number of rows.</summary>
/// <remarks>
/// A slice stays just below the 204,800 rows at which the engine would run the statements by itself, because members that the rows name must
/// be made first.
/// </remarks>
internal sealed class SliceWriter(
    DuckDbTransaction transaction,
    IReadOnlyList<ResultColumn> columns,
    Func<ChunkNeeds, IEnumerable<string>> statements,
    Action beforeFlush) : IDisposable
{
    private const int SliceRows = 99 * ChunkWriter.Capacity;

    private readonly List<ChunkAppender> _appenders = [];
    private ChunkNeeds _needs;
    private long _rows;

    /// <summary>Appends a chunk; a full slice is run.</summary>
    internal void Append(DataChunk chunk, ChunkNeeds needs)
    {
        if (!_needs.HasFlag(needs))
        {
            Flush();
            _needs |= needs;
        }

        if (_appenders.Count == 0)
        {
            _appenders.AddRange(statements(_needs).Select(sql => ChunkAppender.ToStatement(transaction, sql, columns)));
        }

        foreach (ChunkAppender appender in _appenders)
        {
            appender.Append(chunk);
        }

        _rows += chunk.Count;
        if (_rows >= SliceRows)
        {
            Flush();
            _needs = ChunkNeeds.None;
        }
    }

    /// <summary>Runs the statements over what has been appended since the last time.</summary>
    internal void Flush()
    {
        if (_appenders.Count == 0)
        {
            return;
        }

        beforeFlush();
        foreach (ChunkAppender appender in _appenders)
        {
            appender.Close();
        }

        Release();
    }

    /// <inheritdoc/>
    public void Dispose() => Release();

    private void Release()
    {
        _appenders.ForEach(appender => appender.Dispose());
        _appenders.Clear();
        _rows = 0;
    }
}
