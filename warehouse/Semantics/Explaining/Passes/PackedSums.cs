using System.Runtime.InteropServices;

namespace ProdSales.Semantics;

/// <summary>Adds up some million rows of small numbers exactly, in one line of memory: there may be a hundred thousand of these, each row waits for one, and they are as many times waited for as they are long.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PackedSums
{
    /// <summary>What the size of each number must stay below.</summary>
    internal const long Limit = 1L << 40;

    /// <summary>Rows that can be added.</summary>
    internal const int MostRows = 1 << 23;

    // The squares of so many such numbers take 103 bits; the rows are counted above them.
    private const int CountAt = 104;

    private long _numerator;
    private long _denominator;
    private UInt128 _squaredNumeratorAndRows;
    private UInt128 _squaredDenominator;
    private Int128 _product;

    private static readonly UInt128 OneRow = UInt128.One << CountAt;

    /// <summary>Adds a row of a sum.</summary>
    internal void Add(long exact)
    {
        _numerator += exact;
        _squaredNumeratorAndRows += (UInt128)Math.BigMul(exact, exact) + OneRow;
    }

    /// <summary>Adds a row of a quotient; without a denominator it is no row of its own.</summary>
    internal void Add(long exact, long exactBelow)
    {
        _numerator += exact;
        _denominator += exactBelow;
        _squaredNumeratorAndRows += (UInt128)Math.BigMul(exact, exact) + new UInt128(exactBelow == 0 ? 0UL : 1UL << (CountAt - 64), 0);
        _squaredDenominator += (UInt128)Math.BigMul(exactBelow, exactBelow);
        _product += Math.BigMul(exact, exactBelow);
    }

    /// <summary>Adds what other rows sum to; both must not be more than can be added.</summary>
    internal void Add(in PackedSums other)
    {
        _numerator += other._numerator;
        _denominator += other._denominator;
        _squaredNumeratorAndRows += other._squaredNumeratorAndRows;
        _squaredDenominator += other._squaredDenominator;
        _product += other._product;
    }

    /// <summary>The same sums with room for any number of rows.</summary>
    internal readonly LeafSums Unpacked() => new(
        _numerator, _denominator, (long)(_squaredNumeratorAndRows >> CountAt), (Int128)(_squaredNumeratorAndRows & (OneRow - 1)), _product, (Int128)_squaredDenominator);
}

/// <summary>Both sides of a leaf while its rows are read.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PackedSides
{
    internal PackedSums Before;
    internal PackedSums Now;

    /// <summary>Adds what other rows sum to; both must not be more than can be added.</summary>
    internal void Add(in PackedSides other)
    {
        Before.Add(other.Before);
        Now.Add(other.Now);
    }
}
