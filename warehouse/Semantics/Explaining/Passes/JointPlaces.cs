using System.Numerics;

namespace ProdSales.Semantics;

/// <summary>Several places whose parts combine to few cells: rows are added up once for all of them, and taken apart in the end.</summary>
internal sealed class JointPlaces
{
    private const int MostCells = 1 << 12;

    private readonly int[] _places;
    private readonly int[] _sizes;
    private readonly ShortSum[] _sums;

    private JointPlaces(IEnumerable<(int Place, int Size)> places)
    {
        _places = [.. places.Select(held => held.Place)];
        _sizes = [.. places.Select(held => held.Size)];
        _sums = new ShortSum[2 * _sizes.Aggregate(1, (cells, size) => cells * size)];
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

    /// <summary>Writes the cell of each row; below 0 for one that has no part.</summary>
    internal void CellsOf(RowBatch rows, Span<int> cells)
    {
        cells.Clear();
        for (int place = 0; place < _places.Length; place++)
        {
            ReadOnlySpan<int> parts = rows.Parts(_places[place]);
            int size = _sizes[place];
            int i = 0;
            for (; i <= cells.Length - Vector<int>.Count; i += Vector<int>.Count)
            {
                ((new Vector<int>(cells[i..]) * size) + new Vector<int>(parts[i..])).CopyTo(cells[i..]);
            }

            for (; i < cells.Length; i++)
            {
                cells[i] = (cells[i] * size) + parts[i];
            }
        }
    }

    /// <summary>Adds rows of a sum.</summary>
    internal void Add(ReadOnlySpan<int> cells, ReadOnlySpan<byte> sides, ReadOnlySpan<long> numerators)
    {
        ShortSum[] sums = _sums;
        for (int i = 0; i < cells.Length; i++)
        {
            if (cells[i] >= 0)
            {
                ref ShortSum sum = ref sums[(cells[i] << 1) | sides[i]];
                sum.Rows++;
                sum.Numerator += numerators[i];
            }
        }
    }

    /// <summary>Adds rows of a quotient.</summary>
    internal void Add(ReadOnlySpan<int> cells, ReadOnlySpan<byte> sides, ReadOnlySpan<long> numerators, ReadOnlySpan<long> denominators)
    {
        ShortSum[] sums = _sums;
        for (int i = 0; i < cells.Length; i++)
        {
            if (cells[i] >= 0)
            {
                ref ShortSum sum = ref sums[(cells[i] << 1) | sides[i]];
                sum.Rows++;
                sum.Numerator += numerators[i];
                sum.Denominator += denominators[i];
            }
        }
    }

    /// <summary>Hands over what was added, for each part of each place, and begins anew.</summary>
    /// <param name="take">Takes the place, the part, the side and the sum.</param>
    internal void Spill(Action<int, int, bool, ShortSum> take)
    {
        for (int i = 0; i < _sums.Length; i++)
        {
            if (_sums[i].Rows == 0)
            {
                continue;
            }

            int cell = i >> 1;
            for (int place = _places.Length - 1; place >= 0; place--)
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

/// <summary>Sums that still fit into 64 bits.</summary>
internal struct ShortSum
{
    internal long Numerator;
    internal long Denominator;
    internal long Rows;
}
