namespace ProdSales.Semantics;

/// <summary>What the rows of a part sum to on one side, in floating numbers: exact enough to search by, never told.</summary>
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

    internal static Tally Of(Moments moments) => new(
        (double)moments.Numerator, (double)moments.Denominator, moments.Rows, moments.SquaredNumerator, moments.Product, moments.SquaredDenominator);

    /// <summary>The sum of the squares by which the rows miss their quotient.</summary>
    internal double Residual() => HasRate ? Math.Max(0, SquaredNumerator - (2 * Rate * Product) + (Rate * Rate * SquaredDenominator)) : 0;
}

/// <summary>Both sides of a part.</summary>
internal record struct Tallies(Tally Before, Tally Now)
{
    internal readonly double Rows => Before.Rows + Now.Rows;

    /// <summary>Whether there are too few rows on a side that has any, or in all, to say anything.</summary>
    internal readonly bool IsTooSmall =>
        Rows < Scatter.FewestRows || Before.Rows is > 0 and < Scatter.FewestRows || Now.Rows is > 0 and < Scatter.FewestRows;

    public static Tallies operator +(Tallies left, Tallies right) => new(left.Before + right.Before, left.Now + right.Now);

    public static Tallies operator -(Tallies left, Tallies right) => new(left.Before - right.Before, left.Now - right.Now);

    /// <summary>Adds in place.</summary>
    internal void Add(in Tallies other)
    {
        Before += other.Before;
        Now += other.Now;
    }

    internal static Tallies Of(Sides sides) => new(Tally.Of(sides.Before), Tally.Of(sides.Now));
}
