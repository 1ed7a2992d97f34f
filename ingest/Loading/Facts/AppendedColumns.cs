using ProdSales.Loading.Intake;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading.Facts;

/// <summary>The columns of <c>appended</c>: those of the input that a statement reads, then the keys that the rows were given.</summary>
internal sealed class AppendedColumns : IDisposable
{
    private static readonly ColumnType Small = ColumnType.Of(DuckDbType.SmallInt);
    private static readonly ColumnType Whole = ColumnType.Of(DuckDbType.Integer);

    private readonly int[] _inputs;
    private readonly int _references;
    private readonly ChunkWriter _writer;

    /// <param name="star">The fact.</param>
    /// <param name="input">The columns of the input.</param>
    /// <param name="isWhole">Whether whole rows are needed, to check them and to keep bad ones; else only what the fact holds is taken.</param>
    internal AppendedColumns(StarTable star, IReadOnlyList<ResultColumn> input, bool isWhole)
    {
        _references = star.References.Count;
        _inputs = [.. Enumerable.Range(0, input.Count).Where(i => isWhole || IsHeld(star, input[i].Name))];
        Columns =
        [
            .. _inputs.Select(i => input[i]),
            new ResultColumn("source_key", Small),
            new ResultColumn("region_key", Small),
            new ResultColumn("own_region_key", Small),
            .. star.References.Select(column => new ResultColumn(StarTable.KeyColumn(column), Whole)),
        ];
        _writer = new ChunkWriter([.. Columns.Select(column => column.Type)]);
    }

    /// <summary>Gets the columns.</summary>
    internal IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>Gives rows with their keys as one chunk, without copying the rows; valid until the next call.</summary>
    internal ChunkWriter Join(DataChunk rows, RowKeys keys)
    {
        _writer.Reset();
        for (int i = 0; i < _inputs.Length; i++)
        {
            _writer.Show(i, rows.Vector(_inputs[i]));
        }

        int column = _inputs.Length;
        keys.SourceKeys.CopyTo(_writer.Values<short>(column++));
        keys.RegionKeys.CopyTo(_writer.Values<short>(column++));
        keys.OwnRegionKeys.CopyTo(_writer.Values<short>(column++));
        for (int i = 0; i < _references; i++)
        {
            keys.ReferenceKeys[i].CopyTo(_writer.Values<int>(column++));
        }

        _writer.Count = rows.Count;
        return _writer;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static bool IsHeld(StarTable star, string name) =>
        name is "source_id" or "version" or "recorded_at" || star.Plain.Any(column => column.Name == name);
}
