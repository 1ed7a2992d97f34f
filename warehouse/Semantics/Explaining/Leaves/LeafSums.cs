using System.Numerics;

namespace ProdSales.Semantics;

/// <summary>Adds up rows exactly, in integers of a fixed scale, so that their order changes no digit: the sums, and the squares by which their scatter is known.</summary>
internal struct LeafSums
{
    // Eight billion squares of numbers below it fit into 128 bits.
    private const long Limit = 1L << 47;

    private const int Places = 6;
    private const double TwoTo64 = 18446744073709551616.0;

    private Int128 _numerator;
    private Int128 _denominator;
    private Int128 _squaredNumerator;
    private Int128 _product;
    private Int128 _squaredDenominator;
    private long _rows;
    private LargeSquares? _large;

    internal LeafSums(Int128 numerator, Int128 denominator, long rows, Int128 squaredNumerator, Int128 product, Int128 squaredDenominator)
    {
        _numerator = numerator;
        _denominator = denominator;
        _rows = rows;
        _squaredNumerator = squaredNumerator;
        _product = product;
        _squaredDenominator = squaredDenominator;
    }

    /// <summary>Whether a row was met that counts.</summary>
    internal readonly bool HasRows => _rows > 0;

    /// <summary>Adds a row of a sum or of a quotient, however large its numbers are.</summary>
    /// <param name="exact">What it adds to the numerator.</param>
    /// <param name="exactBelow">What it adds to the denominator; null for a sum.</param>
    internal void Add(Int128 exact, Int128? exactBelow)
    {
        Int128 below = exactBelow ?? 0;
        if (Int128.Abs(exact) < Limit && Int128.Abs(below) < Limit)
        {
            _squaredNumerator += exact * exact;
            _product += exact * below;
            _squaredDenominator += below * below;
        }
        else
        {
            _large = LargeSquares.Sum(_large, new((BigInteger)exact * exact, (BigInteger)exact * below, (BigInteger)below * below));
        }

        Add(exact, below, exactBelow == 0 ? 0 : 1);
    }

    /// <summary>Adds what so many rows sum to, of whose scatter nothing is known.</summary>
    internal void Add(Int128 numerator, Int128 denominator, long rows)
    {
        _rows += rows;
        _numerator += numerator;
        _denominator += denominator;
    }

    /// <summary>Adds what other rows sum to.</summary>
    internal void Add(in LeafSums other)
    {
        AddTotals(other);
        _squaredNumerator += other._squaredNumerator;
        _product += other._product;
        _squaredDenominator += other._squaredDenominator;
        _large = LargeSquares.Sum(_large, other._large);
    }

    /// <summary>Adds what other rows sum to, without their scatter.</summary>
    internal void AddTotals(in LeafSums other) => Add(other._numerator, other._denominator, other._rows);

    /// <summary>The sums to six decimals.</summary>
    /// <param name="scale">Decimals of the integers of the numerator.</param>
    /// <param name="scaleBelow">Decimals of those of the denominator.</param>
    /// <exception cref="OverflowException">A sum is above 7.9e22.</exception>
    internal readonly Moments Moments(int scale, int scaleBelow) => new(Number(_numerator, scale), Number(_denominator, scaleBelow), _rows);

    /// <summary>The sums and the scatter in floating numbers, which the order of rows does not change either.</summary>
    /// <param name="unit">What one of the integers of the numerator stands for.</param>
    /// <param name="unitBelow">What one of those of the denominator stands for.</param>
    internal readonly Tally Tally(double unit, double unitBelow) => new(
        Floating(_numerator) * unit,
        Floating(_denominator) * unitBelow,
        _rows,
        (Floating(_squaredNumerator) + (double)(_large?.Numerator ?? 0)) * unit * unit,
        (Floating(_product) + (double)(_large?.Product ?? 0)) * unit * unitBelow,
        (Floating(_squaredDenominator) + (double)(_large?.Denominator ?? 0)) * unitBelow * unitBelow);

    // The halves are rounded one by one, in a fraction of the time.
    private static double Floating(Int128 value) => value == (long)value ? (long)value : ((long)(value >> 64) * TwoTo64) + (ulong)value;

    private static decimal Number(Int128 value, int scale)
    {
        for (; scale < Places; scale++)
        {
            value *= 10;
        }

        if (scale > Places)
        {
            Int128 unit = (Int128)Math.Pow(10, scale - Places);
            value = (value + (Int128.Sign(value) * (unit / 2))) / unit;
        }

        UInt128 size = (UInt128)Int128.Abs(value);
        return size >> 96 == 0
            ? new decimal((int)(uint)size, (int)(uint)(size >> 32), (int)(uint)(size >> 64), value < 0, Places)
            : throw new OverflowException($"A sum of {value} millionths is more than a decimal number holds.");
    }

    /// <summary>Squares of numbers that are too large for 128 bits.</summary>
    private sealed record LargeSquares(BigInteger Numerator, BigInteger Product, BigInteger Denominator)
    {
        internal static LargeSquares? Sum(LargeSquares? one, LargeSquares? other) => one is null || other is null
            ? one ?? other
            : new(one.Numerator + other.Numerator, one.Product + other.Product, one.Denominator + other.Denominator);
    }
}

/// <summary>Both sides of a leaf while its rows are read.</summary>
internal struct LeafSides
{
    internal LeafSums Before;
    internal LeafSums Now;

    /// <summary>Whether a row was met.</summary>
    internal readonly bool HasRows => Before.HasRows || Now.HasRows;

    /// <summary>Adds what other rows sum to.</summary>
    internal void Add(in LeafSides other)
    {
        Before.Add(other.Before);
        Now.Add(other.Now);
    }

    /// <summary>Adds what other rows sum to, without their scatter.</summary>
    internal void AddTotals(in LeafSides other)
    {
        Before.AddTotals(other.Before);
        Now.AddTotals(other.Now);
    }
}
