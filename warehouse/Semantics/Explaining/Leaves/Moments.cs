namespace ProdSales.Semantics;

/// <summary>What the rows of a part sum to on one side, exactly.</summary>
internal readonly record struct Moments(decimal Numerator, decimal Denominator, long Rows)
{
    public static Moments operator +(Moments left, Moments right) => new(left.Numerator + right.Numerator, left.Denominator + right.Denominator, left.Rows + right.Rows);

    public static Moments operator -(Moments left, Moments right) => new(left.Numerator - right.Numerator, left.Denominator - right.Denominator, left.Rows - right.Rows);

    /// <summary>The moments of rows whose values are so many times these.</summary>
    internal Moments Times(decimal numerator, decimal denominator) => new(Numerator * numerator, Denominator * denominator, Rows);

    /// <summary>The value of the measure over the rows; null without rows or with a denominator of 0.</summary>
    internal decimal? Value(bool isRatio) => isRatio
        ? Denominator == 0 ? null : Numerator / Denominator
        : Rows == 0 ? null : Numerator;
}

/// <summary>Both sides of a part.</summary>
internal readonly record struct Sides(Moments Before, Moments Now)
{
    public static Sides operator +(Sides left, Sides right) => new(left.Before + right.Before, left.Now + right.Now);

    public static Sides operator -(Sides left, Sides right) => new(left.Before - right.Before, left.Now - right.Now);
}
