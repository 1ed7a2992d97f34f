using System.Runtime.CompilerServices;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Semantics;

/// <summary>Numbers the combinations of parts that rows have, from 0 in the order in which they are met: by position while each can have a cell, else by an index.</summary>
/// <param name="places">How many places a row has.</param>
internal sealed class LeafNumbers(int places)
{
    private const long MostCells = 1 << 22;

    // Of each cell the number of its combination, and 1; and of each combination its cell.
    private readonly List<int> _cells = [];
    private int[] _sizes = new int[places];
    private int[] _known = [];
    private LeafIndex? _index;

    /// <summary>How many combinations have been met.</summary>
    internal int Count => _index?.Count ?? _cells.Count;

    /// <summary>Writes the number of the combination of each row; below 0 for a row that one of its tables does not have.</summary>
    /// <param name="chunk">The chunk of the rows.</param>
    /// <param name="rows">The rows, taken by the finder.</param>
    /// <param name="finder">Finds them their parts.</param>
    /// <param name="numbers">Where the numbers are written, as many as there are rows.</param>
    internal void Find(DataChunk chunk, RowBatch rows, RowFinder finder, Span<int> numbers)
    {
        Hold(rows.Sizes);
        numbers.Clear();
        if (_index is null && TryFindCells(chunk, rows, finder, numbers))
        {
            Number(numbers);
            return;
        }

        finder.FindParts(chunk, rows);
        numbers.Clear();
        for (int place = 0, times = 1; place < places; times *= _sizes[place++])
        {
            if (_index is not null)
            {
                _index.Extend(place, numbers, rows.Parts(place));
            }
            else
            {
                AddParts(numbers, rows.Parts(place), times);
            }
        }

        if (_index is null)
        {
            Number(numbers);
        }
    }

    /// <summary>Takes the combinations of others.</summary>
    /// <returns>The number here of each of theirs.</returns>
    internal int[] Merge(LeafNumbers other)
    {
        Hold(other._sizes);
        if (_index is null && other._index is null)
        {
            int[] numbers = Cells(other);
            Number(numbers);
            return numbers;
        }

        int[][] columns = other.Columns();
        int[] merged = new int[other.Count];
        Indexed();
        for (int place = 0; place < places; place++)
        {
            _index!.Extend(place, merged, columns[place]);
        }

        return merged;
    }

    /// <summary>For each place the part that each combination has.</summary>
    internal int[][] Columns()
    {
        if (_index is not null)
        {
            return _index.Columns();
        }

        int[][] columns = new int[places][];
        int[] rest = [.. _cells];
        for (int place = 0; place < places; place++)
        {
            int size = _sizes[place];
            columns[place] = Array.ConvertAll(rest, cell => cell % size);
            rest = Array.ConvertAll(rest, cell => cell / size);
        }

        return columns;
    }

    private bool TryFindCells(DataChunk chunk, RowBatch rows, RowFinder finder, Span<int> cells)
    {
        for (int place = 0, times = 1; place < places; times *= _sizes[place++])
        {
            if (!finder.TryAddParts(chunk, rows, place, times, cells))
            {
                return false;
            }
        }

        return true;
    }

    private static void AddParts(Span<int> cells, ReadOnlySpan<int> parts, int times)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = parts[i] < 0 || cells[i] < 0 ? -1 : cells[i] + (parts[i] * times);
        }
    }

    // Turns cells into numbers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Number(Span<int> cells)
    {
        int[] known = _known;
        for (int i = 0; i < cells.Length; i++)
        {
            int cell = cells[i];
            if (cell < 0)
            {
                continue;
            }

            int number = known[cell];
            if (number == 0)
            {
                _cells.Add(cell);
                known[cell] = number = _cells.Count;
            }

            cells[i] = number - 1;
        }
    }

    // Makes room for so many parts at each place.
    private void Hold(int[] sizes)
    {
        bool isMore = _known.Length == 0 && _index is null;
        for (int place = 0; place < sizes.Length; place++)
        {
            isMore |= sizes[place] > _sizes[place];
        }

        if (!isMore || _index is not null)
        {
            return;
        }

        int[] widened = [.. _sizes.Zip(sizes, Math.Max)];
        if (widened.Aggregate(1.0, (cells, size) => cells * Math.Max(1, size)) > MostCells)
        {
            Indexed();
            return;
        }

        LeafNumbers wider = new(places) { _sizes = widened, _known = new int[widened.Aggregate(1, (cells, size) => cells * Math.Max(1, size))] };
        int[] moved = wider.Cells(this);
        wider.Number(moved);
        _cells.Clear();
        _cells.AddRange(wider._cells);
        (_sizes, _known) = (widened, wider._known);
    }

    // The cells here of the combinations of others.
    private int[] Cells(LeafNumbers other)
    {
        if (other._sizes.AsSpan().SequenceEqual(_sizes))
        {
            return [.. other._cells];
        }

        int[][] columns = other.Columns();
        int[] cells = new int[other.Count];
        for (int place = 0, times = 1; place < places; times *= _sizes[place++])
        {
            AddParts(cells, columns[place], times);
        }

        return cells;
    }

    private void Indexed()
    {
        if (_index is null)
        {
            int[][] columns = Columns();
            int[] numbers = new int[Count];
            LeafIndex index = new(places);
            for (int place = 0; place < places; place++)
            {
                index.Extend(place, numbers, columns[place]);
            }

            _index = index;
        }
    }
}
