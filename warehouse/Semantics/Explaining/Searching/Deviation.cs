namespace ProdSales.Semantics;

/// <summary>How far a part moved otherwise than the rest.</summary>
/// <param name="Own">Its own move beyond that of the rest: of a quotient in its unit, of a sum as a growth rate.</param>
/// <param name="Variance">The variance of that by the scatter of rows.</param>
/// <param name="Weight">What the whole moves by when the part moves by one.</param>
/// <param name="Level">How far its value lies from the rest's on the side where it is, asked about before compared with; 0 for a sum.</param>
/// <param name="LevelVariance">The variance of that by the scatter of rows.</param>
/// <param name="IsOneSided">True for a part of a quotient that is new or gone: it has no move, only a level.</param>
internal readonly record struct Deviation(double Own, double Variance, double Weight, double Level, double LevelVariance, bool IsOneSided)
{
    internal double Excess => Own * Weight;

    /// <summary>The deviation over its standard error.</summary>
    internal double Score(Drift drift)
    {
        double variance = Variance + (IsOneSided ? drift.Level : drift.Move);
        return variance > 0 ? Own / Math.Sqrt(variance) : 0;
    }

    /// <summary>The deviation of a part; null when the part or the rest is too small to tell.</summary>
    internal static Deviation? Of(Sides part, Sides all, Sides whole, Scatter scatter)
    {
        Sides rest = all - part;
        if (IsTooSmall(part) || rest.Before.Rows < Scatter.FewestRows || rest.Now.Rows < Scatter.FewestRows)
        {
            return null;
        }

        return scatter.IsRatio ? OfRatio(part, rest, whole, scatter) : OfSum(part, rest);
    }

    private static bool IsTooSmall(Sides part) =>
        part.Before.Rows + part.Now.Rows < Scatter.FewestRows
        || part.Before.Rows is > 0 and < Scatter.FewestRows
        || part.Now.Rows is > 0 and < Scatter.FewestRows;

    // A part that is new or gone has no move of its own: what is held against the rest is its level on the side where it is.
    private static Deviation? OfRatio(Sides part, Sides rest, Sides whole, Scatter scatter)
    {
        if (rest.Now.Denominator == 0 || rest.Before.Denominator == 0)
        {
            return null;
        }

        (double now, double nowVariance) = Gap(part.Now, rest.Now, scatter.Now);
        (double before, double beforeVariance) = Gap(part.Before, rest.Before, scatter.Before);
        decimal weight = part.Now.Denominator != 0 ? part.Now.Denominator / whole.Now.Denominator : part.Before.Denominator / whole.Before.Denominator;
        bool hasNow = part.Now.Denominator != 0;
        return new Deviation(
            now - before, nowVariance + beforeVariance, (double)weight, hasNow ? now : before, hasNow ? nowVariance : beforeVariance, !hasNow || part.Before.Denominator == 0);
    }

    private static (double Value, double Variance) Gap(Moments part, Moments rest, double pooled)
    {
        if (part.Denominator == 0)
        {
            return (0, 0);
        }

        double value = (double)((part.Numerator / part.Denominator) - (rest.Numerator / rest.Denominator));
        return (value, Scatter.VarianceOfRatio(part, pooled) + Scatter.VarianceOfRatio(rest, pooled));
    }

    // The number of rows is itself chance, so a sum scatters with the sum of its squares (a compound Poisson sum).
    private static Deviation? OfSum(Sides part, Sides rest)
    {
        double base0 = (double)rest.Before.Numerator;
        double growth = base0 == 0 ? 0 : (double)rest.Now.Numerator / base0;
        double expected = growth * (double)part.Before.Numerator;
        double weight = expected != 0 ? Math.Abs(expected) : Math.Abs((double)part.Now.Numerator);
        if (base0 == 0 || weight == 0)
        {
            return null;
        }

        double growthVariance = (rest.Now.SquaredNumerator + (growth * growth * rest.Before.SquaredNumerator)) / (base0 * base0);
        double before = (double)part.Before.Numerator;
        double variance = part.Now.SquaredNumerator + (growth * growth * part.Before.SquaredNumerator) + (before * before * growthVariance);
        return new Deviation(((double)part.Now.Numerator - expected) / weight, variance / (weight * weight), weight, 0, 0, IsOneSided: false);
    }
}
