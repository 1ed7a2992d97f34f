using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Folding;

namespace ProdSales.Semantics;

/// <summary>Adds rows up by the part of each place, on one thread of the engine: in few cells and 64 bits while their numbers allow it.</summary>
/// <remarks>Loops over rows are compiled at their best at once: an explanation is seldom asked so often that they would become so in time.</remarks>
/// <param name="finder">Finds the rows their parts.</param>
/// <param name="places">How many places a row has.</param>
internal sealed class MemberFold(RowFinder finder, int places) : IRowFold<MemberFold>
{
    // Numbers below the limit can be added so often to 64 bits.
    private const long Limit = 1L << 44;
    private const int RowsTillSpill = 1 << 19;

    private readonly MemberTotals _totals = new(places);
    private readonly long[] _numerators = new long[RowBatch.Most];
    private readonly long[] _denominators = new long[RowBatch.Most];
    private JointPlaces[] _joint = [];
    private int _rows;

    /// <summary>Decimals of the numerators and of the denominators.</summary>
    internal (int Numerator, int Denominator) Scales => finder.Scales;

    /// <summary>What the rows sum to.</summary>
    internal MemberTotals Totals()
    {
        Spill();
        return _totals;
    }

    /// <inheritdoc/>
    public void Add(DataChunk rows)
    {
        RowBatch batch = finder.Taken(rows);
        if (!TryAdd(rows, batch))
        {
            finder.FindParts(rows, batch);
            _totals.Add(batch);
        }
    }

    /// <inheritdoc/>
    public void Merge(MemberFold other) => _totals.Merge(other.Totals());

    private bool TryAdd(DataChunk chunk, RowBatch rows)
    {
        ReadOnlySpan<long> denominators = default;
        if (!rows.Numerator.TryRead(_numerators, Limit, out ReadOnlySpan<long> numerators) || rows.Denominator?.TryRead(_denominators, Limit, out denominators) is false)
        {
            return false;
        }

        if (_rows > RowsTillSpill || _joint.Length == 0 || Array.Exists(_joint, joint => !joint.Hold(rows)))
        {
            Spill();
            _joint = JointPlaces.Of(rows);
        }

        foreach (JointPlaces joint in _joint)
        {
            if (!joint.TryFind(chunk, rows, finder))
            {
                return false;
            }
        }

        foreach (JointPlaces joint in _joint)
        {
            joint.Add(rows, numerators, denominators);
        }

        _rows += rows.Count;
        return true;
    }

    private void Spill()
    {
        foreach (JointPlaces joint in _joint)
        {
            joint.Spill(_totals.Add);
        }

        _rows = 0;
    }
}
