using System.Runtime.InteropServices;

namespace ProdSales.Semantics;

/// <summary>Adds rows up by the part of each place alone: enough for an attribution, which asks for no combination of members.</summary>
/// <param name="places">How many places a row has.</param>
internal sealed class MemberTotals(int places) : IRowTotals
{
    // Numbers below the limit can be added so often to 64 bits.
    private const long Limit = 1L << 44;
    private const int RowsTillSpill = 1 << 19;

    private readonly List<LeafSides>[] _sums = [.. Enumerable.Range(0, Math.Max(1, places)).Select(_ => new List<LeafSides>())];
    private readonly long[] _numerators = new long[RowBatch.Most];
    private readonly long[] _denominators = new long[RowBatch.Most];
    private readonly int[] _cells = new int[RowBatch.Most];
    private JointPlaces[] _joint = [];
    private int _rows;

    /// <summary>Adds some rows.</summary>
    public void Add(RowBatch rows)
    {
        Span<long> numerators = _numerators.AsSpan(0, rows.Count);
        Span<long> denominators = _denominators.AsSpan(0, rows.Count);
        if (!rows.Numerator.TryRead(numerators, Limit) || rows.Denominator?.TryRead(denominators, Limit) is false)
        {
            AddLong(rows);
            return;
        }

        if (_rows > RowsTillSpill || _joint.Length == 0 || Array.Exists(_joint, places => !places.Hold(rows)))
        {
            Spill();
            _joint = JointPlaces.Of(rows);
        }

        ReadOnlySpan<byte> sides = MemoryMarshal.AsBytes(rows.IsNow.Values<bool>());
        Span<int> cells = _cells.AsSpan(0, rows.Count);
        foreach (JointPlaces joint in _joint)
        {
            joint.CellsOf(rows, cells);
            if (rows.Denominator is null)
            {
                joint.Add(cells, sides, numerators);
            }
            else
            {
                joint.Add(cells, sides, numerators, denominators);
            }
        }

        _rows += rows.Count;
    }

    /// <summary>What the rows of each part of a place sum to, and of the only part where a row has no place.</summary>
    internal IReadOnlyList<LeafSides> Of(int place)
    {
        Spill();
        return _sums[place];
    }

    /// <summary>What all rows sum to.</summary>
    internal LeafSides Whole()
    {
        LeafSides whole = default;
        foreach (LeafSides part in Of(0))
        {
            whole.Add(part);
        }

        return whole;
    }

    private void AddLong(RowBatch rows)
    {
        Int128[] numerators = new Int128[rows.Count];
        Int128[] denominators = new Int128[rows.Count];
        rows.Numerator.Read(numerators);
        rows.Denominator?.Read(denominators);
        ReadOnlySpan<bool> isNow = rows.IsNow.Values<bool>();
        for (int place = 0; place < _sums.Length; place++)
        {
            ReadOnlySpan<int> parts = rows.Places == 0 ? new int[rows.Count] : rows.Parts(place);
            for (int i = 0; i < parts.Length; i++)
            {
                if (parts[i] >= 0)
                {
                    SideOf(_sums[place], parts[i], isNow[i]).Add(numerators[i], denominators[i], rows: 1);
                }
            }
        }
    }

    private void Spill()
    {
        foreach (JointPlaces joint in _joint)
        {
            joint.Spill((place, part, isNow, sum) => SideOf(_sums[place], part, isNow).Add(sum.Numerator, sum.Denominator, sum.Rows));
        }

        _rows = 0;
    }

    private static ref LeafSums SideOf(List<LeafSides> sums, int part, bool isNow)
    {
        if (part >= sums.Count)
        {
            CollectionsMarshal.SetCount(sums, part + 1);
        }

        ref LeafSides sides = ref CollectionsMarshal.AsSpan(sums)[part];
        return ref isNow ? ref sides.Now : ref sides.Before;
    }
}
