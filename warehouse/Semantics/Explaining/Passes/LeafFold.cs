using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Folding;

namespace ProdSales.Semantics;

/// <summary>Adds rows up by every combination of parts that occurs, on one thread of the engine.</summary>
/// <param name="finder">Finds the rows their parts.</param>
/// <param name="places">How many places a row has.</param>
internal sealed class LeafFold(RowFinder finder, int places) : IRowFold<LeafFold>
{
    private readonly int[] _leaves = new int[RowBatch.Most];
    private readonly long[] _numerators = new long[RowBatch.Most];
    private readonly long[] _denominators = new long[RowBatch.Most];

    /// <summary>What the rows sum to.</summary>
    internal LeafTotals Totals { get; } = new(places);

    /// <inheritdoc cref="RowFinder.Scales"/>
    internal (int Numerator, int Denominator) Scales => finder.Scales;

    /// <inheritdoc/>
    public void Add(DataChunk rows)
    {
        RowBatch batch = finder.Taken(rows);
        Span<int> leaves = _leaves.AsSpan(0, batch.Count);
        Totals.Numbers.Find(rows, batch, finder, leaves);
        Add(batch, leaves);
    }

    /// <inheritdoc/>
    public void Merge(LeafFold other) => Totals.Merge(other.Totals);

    private void Add(RowBatch rows, ReadOnlySpan<int> leaves)
    {
        ReadOnlySpan<long> denominators = default;
        if (rows.Numerator.TryRead(_numerators, PackedSums.Limit, out ReadOnlySpan<long> numerators)
            && rows.Denominator?.TryRead(_denominators, PackedSums.Limit, out denominators) is not false)
        {
            Totals.Add(leaves, rows.IsNow.Values<bool>(), numerators, denominators);
        }
        else
        {
            Totals.Add(leaves, rows);
        }
    }
}
