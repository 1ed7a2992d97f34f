using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProdSales.Semantics;

/// <summary>What rows sum to by the part of each place alone: enough for an attribution, which asks for no combination of members.</summary>
/// <param name="places">How many places a row has.</param>
internal sealed class MemberTotals(int places)
{
    private readonly List<LeafSides>[] _sums = [.. Enumerable.Range(0, Math.Max(1, places)).Select(_ => new List<LeafSides>())];

    /// <summary>Adds rows, however large their numbers are.</summary>
    internal void Add(RowBatch rows)
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
                    SideOf(place, parts[i], isNow[i]).Add(numerators[i], denominators[i], rows: 1);
                }
            }
        }
    }

    /// <summary>Adds what rows of one part of a place sum to.</summary>
    /// <param name="place">The place.</param>
    /// <param name="part">The part.</param>
    /// <param name="isNow">The side.</param>
    /// <param name="sum">Numerator, denominator and rows.</param>
    internal void Add(int place, int part, bool isNow, Vector256<long> sum) => SideOf(place, part, isNow).Add(sum[0], sum[1], sum[2]);

    /// <summary>Adds what others have added up.</summary>
    internal void Merge(MemberTotals other)
    {
        for (int place = 0; place < _sums.Length; place++)
        {
            for (int part = 0; part < other._sums[place].Count; part++)
            {
                SideOf(place, part, isNow: false).Add(other._sums[place][part].Before);
                SideOf(place, part, isNow: true).Add(other._sums[place][part].Now);
            }
        }
    }

    /// <summary>What the rows of each part of a place sum to, and of the only part where a row has no place.</summary>
    internal IReadOnlyList<LeafSides> Of(int place) => _sums[place];

    /// <summary>What all rows sum to.</summary>
    internal LeafSides Whole()
    {
        LeafSides whole = default;
        foreach (LeafSides part in _sums[0])
        {
            whole.Add(part);
        }

        return whole;
    }

    private ref LeafSums SideOf(int place, int part, bool isNow)
    {
        List<LeafSides> sums = _sums[place];
        if (part >= sums.Count)
        {
            CollectionsMarshal.SetCount(sums, part + 1);
        }

        ref LeafSides sides = ref CollectionsMarshal.AsSpan(sums)[part];
        return ref isNow ? ref sides.Now : ref sides.Before;
    }
}
