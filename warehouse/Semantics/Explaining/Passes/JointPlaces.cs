using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Semantics;

/// <summary>Several places whose parts combine to few cells: rows are added up once for all of them, and taken apart in the end.</summary>
internal sealed class JointPlaces
{
    private const int MostCells = 1 << 12;

    private readonly int[] _places;
    private readonly int[] _sizes;
    private readonly int[] _cells = new int[RowBatch.Most];
    private readonly Vector256<long>[] _sums;

    private JointPlaces(IEnumerable<(int Place, int Size)> places)
    {
        _places = [.. places.Select(held => held.Place)];
        _sizes = [.. places.Select(held => held.Size)];
        _sums = new Vector256<long>[2 * _sizes.Aggregate(1, (cells, size) => cells * size)];
    }

    /// <summary>The places of some rows, those of few parts together.</summary>
    internal static JointPlaces[] Of(RowBatch rows)
    {
        List<JointPlaces> joint = [];
        List<(int Place, int Size)> held = [];
        long cells = 1;
        foreach ((int place, int size) in Enumerable.Range(0, rows.Places).Select(place => (place, rows.Sizes[place])).OrderBy(place => place.Item2))
        {
            if (cells * size > MostCells && held.Count > 0)
            {
                joint.Add(new JointPlaces(held));
                (held, cells) = ([], 1);
            }

            held.Add((place, size));
            cells *= size;
        }

        return [.. joint, new JointPlaces(held)];
    }

    /// <summary>Whether there is a cell for every part of some rows.</summary>
    internal bool Hold(RowBatch rows)
    {
        for (int i = 0; i < _places.Length; i++)
        {
            if (rows.Sizes[_places[i]] > _sizes[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds the rows their cells.</summary>
    /// <returns>False where a table does not have one of the rows, which then has none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool TryFind(DataChunk chunk, RowBatch rows, RowFinder finder)
    {
        Span<int> cells = _cells.AsSpan(0, rows.Count);
        ReadOnlySpan<byte> sides = MemoryMarshal.AsBytes(rows.IsNow.Values<bool>());
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = sides[i];
        }

        int times = 2;
        for (int place = 0; place < _places.Length; place++)
        {
            if (!finder.TryAddParts(chunk, rows, _places[place], times, cells))
            {
                return false;
            }

            times *= _sizes[place];
        }

        return true;
    }

    /// <summary>Adds the rows to the cells that were found, as the numerator, the denominator and one row.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="numerators">What each adds to the numerator.</param>
    /// <param name="denominators">What it adds to the denominator; empty where the measure has none.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(RowBatch rows, ReadOnlySpan<long> numerators, ReadOnlySpan<long> denominators)
    {
        ReadOnlySpan<int> cells = _cells.AsSpan(0, rows.Count);
        Vector256<long>[] sums = _sums;
        for (int i = 0; i < cells.Length && i < numerators.Length; i++)
        {
            sums[cells[i]] += Vector256.Create(numerators[i], i < denominators.Length ? denominators[i] : 0, 1, 0);
        }
    }

    /// <summary>Hands over what was added, for each part of each place, and begins anew.</summary>
    /// <param name="take">Takes the place, the part, the side and the sum.</param>
    internal void Spill(Action<int, int, bool, Vector256<long>> take)
    {
        for (int i = 0; i < _sums.Length; i++)
        {
            if (_sums[i][2] == 0)
            {
                continue;
            }

            int cell = i >> 1;
            for (int place = 0; place < _places.Length; place++)
            {
                (cell, int part) = Math.DivRem(cell, _sizes[place]);
                take(_places[place], part, (i & 1) == 1, _sums[i]);
            }

            if (_places.Length == 0)
            {
                take(0, 0, (i & 1) == 1, _sums[i]);
            }
        }

        Array.Clear(_sums);
    }
}
