using System.Runtime.InteropServices;

namespace ProdSales.Semantics;

/// <summary>Adds rows up by every combination of parts that occurs, with the squares by which their scatter is known.</summary>
/// <param name="places">How many places a row has.</param>
internal sealed class LeafTotals(int places) : IRowTotals
{
    private readonly LeafIndex _index = new(places);
    private readonly List<LeafSides> _sums = [];
    private readonly int[] _leaves = new int[RowBatch.Most];
    private readonly Int128[] _exact = new Int128[RowBatch.Most];
    private readonly Int128[] _exactBelow = new Int128[RowBatch.Most];
    private readonly double[] _floating = new double[RowBatch.Most];
    private readonly double[] _floatingBelow = new double[RowBatch.Most];

    /// <summary>What the rows of each leaf sum to, in the order in which leaves were met.</summary>
    internal IReadOnlyList<LeafSides> Sums => _sums;

    /// <summary>The part of a leaf at each place.</summary>
    internal int[] PartsOf(int leaf) => _index.Codes(leaf);

    /// <summary>Adds some rows.</summary>
    public void Add(RowBatch rows)
    {
        Span<int> leaves = _leaves.AsSpan(0, rows.Count);
        leaves.Clear();
        for (int place = 0; place < places; place++)
        {
            _index.Extend(place, leaves, rows.Parts(place));
        }

        CollectionsMarshal.SetCount(_sums, Math.Max(_sums.Count, _index.Count));
        rows.Numerator.Read(_exact.AsSpan(0, rows.Count), _floating.AsSpan(0, rows.Count));
        rows.Denominator?.Read(_exactBelow.AsSpan(0, rows.Count), _floatingBelow.AsSpan(0, rows.Count));
        Add(leaves, rows.IsNow.Values<bool>(), rows.Denominator is not null);
    }

    private void Add(ReadOnlySpan<int> leaves, ReadOnlySpan<bool> isNow, bool isRatio)
    {
        Span<LeafSides> sums = CollectionsMarshal.AsSpan(_sums);
        for (int i = 0; i < leaves.Length; i++)
        {
            if (leaves[i] < 0)
            {
                continue;
            }

            ref LeafSums side = ref isNow[i] ? ref sums[leaves[i]].Now : ref sums[leaves[i]].Before;
            if (isRatio)
            {
                side.Add(_exact[i], _floating[i], _exactBelow[i], _floatingBelow[i]);
            }
            else
            {
                side.Add(_exact[i], _floating[i]);
            }
        }
    }
}
