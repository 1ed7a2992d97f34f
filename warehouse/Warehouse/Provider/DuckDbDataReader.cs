using System.Collections;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Values;

namespace ProdSales.Warehouse.Provider;

/// <summary>The rows of a command one by one, for dimension-sized results; <see cref="DuckDbCommand.ExecuteChunks"/> is for large ones.</summary>
/// <remarks>
/// Values convert where nothing is lost: a DECIMAL or HUGEINT without a fraction reads as any integer it fits, an ENUM as its label.
/// DATE is <see cref="DateOnly"/>, TIMESTAMP a <see cref="DateTime"/> of no kind, TIMESTAMP WITH TIME ZONE a <see cref="DateTimeOffset"/> in UTC,
/// LIST an array, STRUCT a dictionary by field name, HUGEINT a decimal so that sums of integers convert to any number.
/// A DECIMAL or HUGEINT that <see cref="decimal"/> cannot hold
/// reads as text with all digits, or as BigInteger without its point.
/// </remarks>
[SuppressMessage("Design", "CA1010", Justification = "ADO.NET's base class decides what the reader enumerates")]
public sealed partial class DuckDbDataReader : DbDataReader, IDbColumnSchemaGenerator
{
    private readonly IReadOnlyList<ResultChunks> _results;
    private readonly Action? _onClosed;
    private int _resultIndex;
    private int _row = -1;
    private ColumnVector[] _vectors = [];
    private bool _hasChunk;
    private bool _isAhead;
    private bool _isClosed;

    internal DuckDbDataReader(IReadOnlyList<ResultChunks> results, int recordsAffected, Action? onClosed)
    {
        _results = results;
        RecordsAffected = recordsAffected;
        _onClosed = onClosed;
    }

    /// <inheritdoc/>
    public override int Depth => 0;

    /// <inheritdoc/>
    public override int FieldCount => Columns.Count;

    /// <summary>Gets a value indicating whether the current result has a row at all.</summary>
    public override bool HasRows => _row >= 0 || _hasChunk || LookAhead();

    /// <inheritdoc/>
    public override bool IsClosed => _isClosed;

    /// <summary>Gets the rows that the statements changed; -1 when none of them changes rows.</summary>
    public override int RecordsAffected { get; }

    private IReadOnlyList<ResultColumn> Columns => _resultIndex < _results.Count ? _results[_resultIndex].Columns : [];

    /// <inheritdoc/>
    public override object this[int ordinal] => GetValue(ordinal);

    /// <inheritdoc/>
    public override object this[string name] => GetValue(GetOrdinal(name));

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end of the current result.</returns>
    /// <exception cref="WarehouseException">A streaming result failed on its way.</exception>
    public override bool Read()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (_isAhead)
        {
            _isAhead = false;
            return true;
        }

        if (_hasChunk && _row + 1 < _results[_resultIndex].Current.Count)
        {
            _row++;
            return true;
        }

        return NextChunk();
    }

    /// <summary>Goes to the next result that has rows.</summary>
    /// <returns>False when there is none.</returns>
    public override bool NextResult()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        if (_resultIndex < _results.Count)
        {
            _results[_resultIndex++].Dispose();
        }

        (_row, _hasChunk, _isAhead, _vectors) = (-1, false, false, []);
        return _resultIndex < _results.Count;
    }

    /// <inheritdoc/>
    public override void Close()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        foreach (ResultChunks result in _results)
        {
            result.Dispose();
        }

        _onClosed?.Invoke();
    }

    /// <inheritdoc/>
    public override string GetName(int ordinal) => Columns[ordinal].Name;

    /// <summary>Gives the place of a column: by its exact name, else without regard to case.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such column.</exception>
    [SuppressMessage("Usage", "CA2201", Justification = "The contract of DbDataReader names this exception")]
    [SuppressMessage("Usage", "MA0012", Justification = "The contract of DbDataReader names this exception")]
    public override int GetOrdinal(string name)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            StringComparison comparison = pass == 0 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
            for (int i = 0; i < Columns.Count; i++)
            {
                if (string.Equals(Columns[i].Name, name, comparison))
                {
                    return i;
                }
            }
        }

        throw new IndexOutOfRangeException($"The result has no column \"{name}\"; it has {string.Join(", ", Columns.Select(c => c.Name))}.");
    }

    /// <summary>Gives the type as SQL writes it, such as <c>DECIMAL(18,2)</c>.</summary>
    public override string GetDataTypeName(int ordinal) => Columns[ordinal].Type.ToString();

    /// <inheritdoc/>
    public override Type GetFieldType(int ordinal) => ClrTypes.Of(Columns[ordinal].Type);

    /// <inheritdoc/>
    public System.Collections.ObjectModel.ReadOnlyCollection<DbColumn> GetColumnSchema() =>
        new([.. Columns.Select((column, ordinal) => new DuckDbColumn(column, ordinal))]);

    /// <inheritdoc/>
    public override System.Data.DataTable GetSchemaTable() => SchemaTable.Of(GetColumnSchema());

    /// <inheritdoc/>
    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    private bool LookAhead()
    {
        _isAhead = _resultIndex < _results.Count && NextChunk();
        return _isAhead;
    }

    private bool NextChunk()
    {
        _hasChunk = false;
        while (_resultIndex < _results.Count && _results[_resultIndex].MoveNext())
        {
            DataChunk chunk = _results[_resultIndex].Current;
            if (chunk.Count == 0)
            {
                continue;
            }

            _vectors = [.. Enumerable.Range(0, chunk.ColumnCount).Select(chunk.Vector)];
            (_hasChunk, _row) = (true, 0);
            return true;
        }

        return false;
    }

    private ref readonly ColumnVector Cell(int ordinal)
    {
        if (!_hasChunk || _isAhead)
        {
            throw new InvalidOperationException("The reader stands on no row: call Read first, and stop when it gives false.");
        }

        return ref _vectors[ordinal];
    }

    private ref readonly ColumnVector NotNull(int ordinal)
    {
        ref readonly ColumnVector cell = ref Cell(ordinal);
        if (cell.IsNull(_row))
        {
            throw new InvalidCastException($"Column \"{GetName(ordinal)}\" is NULL in this row; ask IsDBNull first.");
        }

        return ref cell;
    }
}
