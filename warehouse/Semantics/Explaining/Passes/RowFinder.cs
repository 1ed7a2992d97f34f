using System.Numerics;
using System.Runtime.CompilerServices;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Semantics;

/// <summary>Finds the rows of a fact their part at each place, for one thread.</summary>
/// <param name="tables">The parts behind the keys of each table.</param>
/// <param name="own">The texts that the rows have themselves; they, or their numbers, come behind the keys.</param>
/// <param name="hasDenominator">Whether the last column is a denominator.</param>
internal sealed class RowFinder(TableCodes[] tables, TextColumn[] own, bool hasDenominator)
{
    private RowBatch? _batch;

    /// <summary>Decimals of the numerators and of the denominators; 0 before rows were met.</summary>
    internal (int Numerator, int Denominator) Scales => (_batch?.Numerator.Scale ?? 0, _batch?.Denominator?.Scale ?? 0);

    /// <summary>The rows of a chunk, with their parts only where a text of their own is the part; until the next chunk is taken.</summary>
    /// <param name="chunk">The side, a column for each place, the numerator and the denominator.</param>
    internal RowBatch Taken(DataChunk chunk)
    {
        int places = tables.Length + own.Length;
        _batch ??= new RowBatch(places)
        {
            Numerator = new ExactColumn(chunk.Vector(1 + places).Type),
            Denominator = hasDenominator ? new ExactColumn(chunk.Vector(2 + places).Type) : null,
        };
        _batch.Take(chunk);
        for (int table = 0; table < tables.Length; table++)
        {
            _batch.Sizes[table] = tables[table].Count;
        }

        for (int text = 0; text < own.Length; text++)
        {
            int place = tables.Length + text;
            ReadText(own[text], chunk.Vector(1 + place), _batch.Parts(place));
            // Room for a few texts more, so that places need not be joined anew for each.
            _batch.Sizes[place] = (int)BitOperations.RoundUpToPowerOf2((uint)own[text].Numbers.Count);
        }

        return _batch;
    }

    /// <summary>Finds rows that were taken the parts that the tables have.</summary>
    internal void FindParts(DataChunk chunk, RowBatch batch)
    {
        bool hasStrays = false;
        for (int table = 0; table < tables.Length; table++)
        {
            hasStrays |= !tables[table].TryFind(chunk.Vector(1 + table), batch.Parts(table));
        }

        if (hasStrays)
        {
            batch.LeaveOutStrays();
        }
    }

    /// <summary>Adds the part of each row at a place, so many times as asked, to what is there.</summary>
    /// <returns>False where a table does not have one of the rows, and what is written means nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool TryAddParts(DataChunk chunk, RowBatch batch, int place, int times, Span<int> cells)
    {
        if (place < tables.Length)
        {
            return tables[place].TryAddParts(chunk.Vector(1 + place), times, cells);
        }

        ReadOnlySpan<int> parts = batch.Parts(place);
        int i = 0;
        for (; i <= cells.Length - Vector<int>.Count; i += Vector<int>.Count)
        {
            (new Vector<int>(cells[i..]) + (new Vector<int>(parts[i..]) * times)).CopyTo(cells[i..]);
        }

        for (; i < cells.Length; i++)
        {
            cells[i] += parts[i] * times;
        }

        return true;
    }

    private static void ReadText(TextColumn text, ColumnVector column, Span<int> parts)
    {
        if (column.Type.Kind is DuckDbType.Varchar)
        {
            text.Number(column, parts);
        }
        else
        {
            column.Values<int>().CopyTo(parts);
        }
    }
}
