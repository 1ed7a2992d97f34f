namespace ProdSales.Semantics;

/// <summary>Adds up rows exactly, in integers of a fixed scale.</summary>
internal struct LeafSums
{
    private const int Places = 6;

    private Int128 _numerator;
    private Int128 _denominator;
    private long _rows;
    private double _squaredNumerator;
    private double _product;
    private double _squaredDenominator;

    /// <summary>Whether a row was met that counts.</summary>
    internal readonly bool HasRows => _rows > 0;

    /// <summary>Adds a row of a sum.</summary>
    internal void Add(Int128 exact, double value)
    {
        _rows++;
        _numerator += exact;
        _squaredNumerator += value * value;
    }

    /// <summary>Adds a row of a quotient; without a denominator it is no row of its own.</summary>
    internal void Add(Int128 exact, double value, Int128 exactBelow, double below)
    {
        _rows += exactBelow == 0 ? 0 : 1;
        _numerator += exact;
        _denominator += exactBelow;
        _squaredNumerator += value * value;
        _product += value * below;
        _squaredDenominator += below * below;
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
        _rows += other._rows;
        _numerator += other._numerator;
        _denominator += other._denominator;
        _squaredNumerator += other._squaredNumerator;
        _product += other._product;
        _squaredDenominator += other._squaredDenominator;
    }

    /// <summary>The sums to six decimals.</summary>
    /// <param name="scale">Decimals of the integers of the numerator.</param>
    /// <param name="scaleBelow">Decimals of those of the denominator.</param>
    /// <exception cref="OverflowException">A sum is above 7.9e22.</exception>
    internal readonly Moments Moments(int scale, int scaleBelow) => new(
        Number(_numerator, scale), Number(_denominator, scaleBelow), _rows, _squaredNumerator, _product, _squaredDenominator);

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
}
