using System.Text;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Sources.Readers.Staging;

/// <summary>Writes records into a new staging table of VARCHAR columns, <c>_file</c> and <c>_line</c>.</summary>
internal sealed class StagingWriter : IDisposable
{
    private readonly DuckDbTransaction _transaction;
    private readonly ChunkAppender _appender;
    private readonly ChunkWriter _chunk;
    private readonly byte[] _file;
    private readonly byte[] _nullText;
    private readonly bool[] _isSet;
    private int _row;

    private StagingWriter(DuckDbTransaction transaction, string table, int columns, SourceFile file)
    {
        _transaction = transaction;
        _appender = ChunkAppender.ToTable(transaction, table);
        _chunk = new ChunkWriter(_appender.Types);
        _file = Encoding.UTF8.GetBytes(file.Name);
        _nullText = Encoding.UTF8.GetBytes(file.Options.NullText ?? "");
        _isSet = new bool[columns];
    }

    /// <summary>The records written so far.</summary>
    internal long RowCount { get; private set; }

    /// <summary>Makes the table anew, in a transaction that <see cref="Complete"/> commits.</summary>
    internal static StagingWriter Create(StagingTarget target, IReadOnlyList<string> columns, SourceFile file)
    {
        DuckDbTransaction transaction = target.Connection.BeginTransaction();
        try
        {
            string list = string.Concat(columns.Select(column => $"{StagingSql.Name(column)} VARCHAR, "));
            target.Connection.Execute(
                $"CREATE TABLE {StagingSql.Name(target.Table)} ({list}{StagedTable.FileColumn} VARCHAR, {StagedTable.LineColumn} BIGINT)");
            return new StagingWriter(transaction, target.Table, columns.Count, file);
        }
        catch
        {
            transaction.Dispose();
            throw;
        }
    }

    /// <summary>Sets a column of the record at hand; the empty text is NULL.</summary>
    internal void Set(int column, ReadOnlySpan<byte> utf8)
    {
        if (!utf8.IsEmpty && !utf8.SequenceEqual(_nullText))
        {
            _chunk.SetUtf8(column, _row, utf8);
            _isSet[column] = true;
        }
    }

    /// <summary>Sets a column of the record at hand; null and the empty text are NULL.</summary>
    internal void Set(int column, string? text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0);
        Span<byte> buffer = most <= 512 ? stackalloc byte[512] : new byte[most];
        Set(column, buffer[..Encoding.UTF8.GetBytes(text ?? "", buffer)]);
    }

    /// <summary>Ends the record; columns that were not set are NULL.</summary>
    /// <param name="line">The line on which it starts.</param>
    internal void EndRow(long line)
    {
        for (int column = 0; column < _isSet.Length; column++)
        {
            if (!_isSet[column])
            {
                _chunk.SetNull(column, _row);
            }
        }

        _isSet.AsSpan().Clear();
        _chunk.SetUtf8(_isSet.Length, _row, _file);
        _chunk.Values<long>(_isSet.Length + 1)[_row] = line;
        RowCount++;
        if (++_row == ChunkWriter.Capacity)
        {
            Flush();
        }
    }

    /// <summary>Writes what is left and commits.</summary>
    internal void Complete()
    {
        Flush();
        _appender.Close();
        _transaction.Commit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _chunk.Dispose();
        _appender.Dispose();
        _transaction.Dispose();
    }

    private void Flush()
    {
        _chunk.Count = _row;
        _appender.Append(_chunk);
        _chunk.Reset();
        _row = 0;
    }
}
