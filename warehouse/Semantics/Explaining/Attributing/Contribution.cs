namespace ProdSales.Semantics;

/// <summary>What a part contributed to the change of the whole.</summary>
/// <param name="Mix">By weighing more or less; all of it for a part that is new or gone.</param>
/// <param name="Rate">By its own value, at its new weight. A sum has only this.</param>
internal readonly record struct Contribution(decimal Mix, decimal Rate)
{
    internal decimal Total => Mix + Rate;

    /// <summary>The contribution of a part; over the parts of any partition it sums to the change, whatever their denominators.</summary>
    /// <remarks>
    /// A quotient R = N/D changes by the sum of (N1 - R0 D1) / D1whole - (N0 - R0 D0) / D0whole over its parts. Where the part has a value r on both
    /// sides, D1/D1whole * (r1 - r0) of that is its rate, and what remains its mix: the shift of its weight times how far its old value lay from the whole's.
    /// </remarks>
    internal static Contribution Of(Sides part, Sides whole, bool isRatio)
    {
        if (!isRatio)
        {
            return new Contribution(0, part.Now.Numerator - part.Before.Numerator);
        }

        decimal old = whole.Before.Numerator / whole.Before.Denominator;
        decimal weight = part.Now.Denominator / whole.Now.Denominator;
        decimal total = (part.Now.Numerator / whole.Now.Denominator) - (old * weight)
            - ((part.Before.Numerator / whole.Before.Denominator) - (old * (part.Before.Denominator / whole.Before.Denominator)));
        decimal rate = part.Now.Value(isRatio) is { } now && part.Before.Value(isRatio) is { } before ? weight * (now - before) : 0;
        return new Contribution(total - rate, rate);
    }
}
