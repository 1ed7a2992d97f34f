using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ProdSales.Semantics;

/// <summary>What the rows of a part sum to on one side, in floating numbers: exact enough to search by, never told.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct Tally(double Numerator, double Denominator, double Rows, double SquaredNumerator, double Product, double SquaredDenominator)
{
    internal double Rate => Numerator / Denominator;

    internal bool HasRate => Denominator != 0 && Rows > 0;

    public static Tally operator +(Tally left, Tally right) => new(
        left.Numerator + right.Numerator,
        left.Denominator + right.Denominator,
        left.Rows + right.Rows,
        left.SquaredNumerator + right.SquaredNumerator,
        left.Product + right.Product,
        left.SquaredDenominator + right.SquaredDenominator);

    public static Tally operator -(Tally left, Tally right) => new(
        left.Numerator - right.Numerator,
        left.Denominator - right.Denominator,
        left.Rows - right.Rows,
        left.SquaredNumerator - right.SquaredNumerator,
        left.Product - right.Product,
        left.SquaredDenominator - right.SquaredDenominator);

    /// <summary>The sum of the squares by which the rows miss their quotient.</summary>
    internal double Residual() => HasRate ? Math.Max(0, SquaredNumerator - (2 * Rate * Product) + (Rate * Rate * SquaredDenominator)) : 0;
}

/// <summary>Both sides of a part.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct Tallies(Tally Before, Tally Now)
{
    internal readonly double Rows => Before.Rows + Now.Rows;

    /// <summary>Whether there are too few rows on a side that has any, or in all, to say anything.</summary>
    internal readonly bool IsTooSmall =>
        Rows < Scatter.FewestRows || Before.Rows is > 0 and < Scatter.FewestRows || Now.Rows is > 0 and < Scatter.FewestRows;

    public static Tallies operator +(Tallies left, Tallies right) => new(left.Before + right.Before, left.Now + right.Now);

    public static Tallies operator -(Tallies left, Tallies right) => new(left.Before - right.Before, left.Now - right.Now);

    /// <summary>Adds in place, four of the twelve numbers at a time.</summary>
    internal void Add(in Tallies other)
    {
        ref double into = ref Unsafe.As<Tallies, double>(ref this);
        ref double from = ref Unsafe.As<Tallies, double>(ref Unsafe.AsRef(in other));
        for (nuint i = 0; i < 12; i += 4)
        {
            (Vector256.LoadUnsafe(ref into, i) + Vector256.LoadUnsafe(ref from, i)).StoreUnsafe(ref into, i);
        }
    }
}
