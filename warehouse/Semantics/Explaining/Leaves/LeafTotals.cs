using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ProdSales.Warehouse.Folding;

namespace ProdSales.Semantics;

/// <summary>What rows sum to by every combination of parts that occurs, with the squares by which their scatter is known.</summary>
/// <param name="places">How many places a row has.</param>
internal sealed class LeafTotals(int places)
{
    private PackedSides[] _packed = [];
    private int _count;
    private int _rows;

    // What was too much, or too large, to be packed.
    private readonly List<LeafSides> _further = [];

    /// <summary>Numbers the combinations.</summary>
    internal LeafNumbers Numbers { get; } = new(places);

    /// <summary>How many combinations have sums.</summary>
    internal int Count => Math.Max(_count, _further.Count);

    /// <summary>What the rows of a combination sum to.</summary>
    internal LeafSides this[int leaf]
    {
        get
        {
            LeafSides sums = default;
            if (leaf < _count)
            {
                sums = new LeafSides { Before = _packed[leaf].Before.Unpacked(), Now = _packed[leaf].Now.Unpacked() };
            }

            if (leaf < _further.Count)
            {
                sums.Add(_further[leaf]);
            }

            return sums;
        }
    }

    /// <summary>Asks for the sums of a combination before they are needed.</summary>
    internal void Fetch(int leaf)
    {
        if (leaf < _count)
        {
            Prefetch.Of(in _packed[leaf]);
        }
    }

    /// <summary>Adds rows whose numbers can be packed.</summary>
    /// <param name="leaves">The number of the combination of each; below 0 for a row that is left out.</param>
    /// <param name="isNow">The side of each.</param>
    /// <param name="exact">What each adds to the numerator.</param>
    /// <param name="exactBelow">What each adds to the denominator; empty for a sum.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(ReadOnlySpan<int> leaves, ReadOnlySpan<bool> isNow, ReadOnlySpan<long> exact, ReadOnlySpan<long> exactBelow)
    {
        if (_rows + leaves.Length > PackedSums.MostRows)
        {
            Spill();
        }

        _rows += leaves.Length;
        Span<PackedSides> sums = Room();
        for (int i = 0; i < leaves.Length; i++)
        {
            if (i + Prefetch.Rows < leaves.Length && leaves[i + Prefetch.Rows] is >= 0 and var next)
            {
                Prefetch.Of(in sums[next]);
            }

            if (leaves[i] < 0)
            {
                continue;
            }

            ref PackedSides sides = ref sums[leaves[i]];
            ref PackedSums side = ref sides.Before;
            if (isNow[i])
            {
                side = ref sides.Now;
            }

            if (exactBelow.Length > 0)
            {
                side.Add(exact[i], exactBelow[i]);
            }
            else
            {
                side.Add(exact[i]);
            }
        }
    }

    /// <summary>Adds rows, however large their numbers are.</summary>
    /// <param name="leaves">The number of the combination of each; below 0 for a row that is left out.</param>
    /// <param name="rows">The rows.</param>
    internal void Add(ReadOnlySpan<int> leaves, RowBatch rows)
    {
        Int128[] exact = new Int128[rows.Count];
        Int128[] exactBelow = new Int128[rows.Count];
        rows.Numerator.Read(exact);
        rows.Denominator?.Read(exactBelow);
        ReadOnlySpan<bool> isNow = rows.IsNow.Values<bool>();
        CollectionsMarshal.SetCount(_further, Numbers.Count);
        Span<LeafSides> sums = CollectionsMarshal.AsSpan(_further);
        for (int i = 0; i < leaves.Length; i++)
        {
            if (leaves[i] >= 0)
            {
                ref LeafSides sides = ref sums[leaves[i]];
                (isNow[i] ? ref sides.Now : ref sides.Before).Add(exact[i], rows.Denominator is null ? null : exactBelow[i]);
            }
        }
    }

    /// <summary>Adds what others have added up, which are not used after that.</summary>
    internal void Merge(LeafTotals other)
    {
        int[] leaves = Numbers.Merge(other.Numbers);
        if (_rows + other._rows > PackedSums.MostRows)
        {
            Spill();
            other.Spill();
        }

        _rows += other._rows;
        Span<PackedSides> sums = Room();
        for (int i = 0; i < other._count; i++)
        {
            if (i + Prefetch.Rows < other._count)
            {
                Prefetch.Of(in sums[leaves[i + Prefetch.Rows]]);
            }

            sums[leaves[i]].Add(other._packed[i]);
        }

        other.Release();
        if (other._further.Count > 0)
        {
            CollectionsMarshal.SetCount(_further, Numbers.Count);
            for (int i = 0; i < other._further.Count; i++)
            {
                CollectionsMarshal.AsSpan(_further)[leaves[i]].Add(other._further[i]);
            }
        }
    }

    /// <summary>What all rows sum to, and those of each part of each place; without their scatter.</summary>
    /// <param name="parts">The part of each combination, for each place.</param>
    /// <returns>The sums of each part, and whether it has any row.</returns>
    internal (LeafSides Whole, (LeafSides Sums, bool IsMet)[][] ByPart) WithoutScatter(int[][] parts)
    {
        (LeafSides Sums, bool IsMet)[][] byPart = Array.ConvertAll(parts, ofPlace => new (LeafSides, bool)[ofPlace.Append(-1).Max() + 1]);
        LeafSides whole = default;
        for (int i = 0; i < Count; i++)
        {
            LeafSides rows = this[i];
            whole.AddTotals(rows);
            for (int place = 0; place < parts.Length; place++)
            {
                ref (LeafSides Sums, bool IsMet) part = ref byPart[place][parts[place][i]];
                part.Sums.AddTotals(rows);
                part.IsMet = true;
            }
        }

        return (whole, byPart);
    }

    private void Release()
    {
        if (_packed.Length > 0)
        {
            ArrayPool<PackedSides>.Shared.Return(_packed);
        }

        (_packed, _count, _rows) = ([], 0, 0);
    }

    private void Spill()
    {
        CollectionsMarshal.SetCount(_further, Numbers.Count);
        Span<LeafSides> sums = CollectionsMarshal.AsSpan(_further);
        for (int i = 0; i < _count; i++)
        {
            sums[i].Before.Add(_packed[i].Before.Unpacked());
            sums[i].Now.Add(_packed[i].Now.Unpacked());
        }

        Release();
    }

    // Memory that was in use before need not be brought in page by page.
    private Span<PackedSides> Room()
    {
        if (_packed.Length < Numbers.Count)
        {
            PackedSides[] wider = ArrayPool<PackedSides>.Shared.Rent(2 * Numbers.Count);
            Array.Copy(_packed, wider, _count);
            (int count, int rows) = (_count, _rows);
            Release();
            (_packed, _count, _rows) = (wider, count, rows);
        }

        if (_count < Numbers.Count)
        {
            Array.Clear(_packed, _count, Numbers.Count - _count);
            _count = Numbers.Count;
        }

        return _packed.AsSpan(0, _count);
    }
}
