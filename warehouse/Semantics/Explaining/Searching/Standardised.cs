namespace ProdSales.Semantics;

/// <summary>A difference of two quotients at equal mix: within each stratum, and averaged over them.</summary>
/// <param name="Value">The mean difference; strata weigh by the harmonic mean of their two denominators.</param>
/// <param name="Variance">Its variance by the scatter of rows.</param>
internal readonly record struct Standardised(double Value, double Variance)
{
    /// <summary>The share of its denominator that must lie in strata that both have; below it too little is compared.</summary>
    private const double LeastCover = 0.5;

    /// <summary>The mean over the strata that both have; null when they hold less than half of the first, or of either where both must be covered.</summary>
    /// <param name="pairs">The two quotients in each stratum.</param>
    /// <param name="first">Scatter of the rows of the first, never taken for less.</param>
    /// <param name="second">Scatter of the rows of the second.</param>
    /// <param name="mustCoverBoth">Whether the second must be covered too.</param>
    internal static Standardised? Of(IEnumerable<(Tally First, Tally Second)> pairs, double first, double second, bool mustCoverBoth)
    {
        double sum = 0;
        double weights = 0;
        Spread own = default;
        Spread other = default;
        foreach ((Tally one, Tally two) in pairs)
        {
            bool isShared = one.HasRate && two.HasRate;
            double weight = isShared ? 1 / ((1 / Math.Abs(one.Denominator)) + (1 / Math.Abs(two.Denominator))) : 0;
            sum += isShared ? weight * (one.Rate - two.Rate) : 0;
            weights += weight;
            own = own.And(one, weight);
            other = other.And(two, weight);
        }

        return weights > 0 && own.Cover >= LeastCover && (!mustCoverBoth || other.Cover >= LeastCover)
            ? new(sum / weights, (own.Variance(first) + other.Variance(second)) / (weights * weights))
            : null;
    }

    /// <summary>The scatter of the rows of one side of all strata, and how much of it is in strata that count.</summary>
    private readonly record struct Spread(double Residual, double Squares, double Rows, int Strata, double Weighted, double Shared, double All)
    {
        internal double Cover => All > 0 ? Shared / All : 0;

        internal Spread And(Tally part, double weight)
        {
            double size = Math.Abs(part.Denominator);
            if (weight == 0)
            {
                return this with { All = All + size };
            }

            double share = weight / size;
            return new(
                Residual + part.Residual(), Squares + part.SquaredDenominator, Rows + part.Rows, Strata + 1,
                Weighted + (share * share * part.SquaredDenominator), Shared + size, All + size);
        }

        internal double Variance(double pooled)
        {
            double own = Squares > 0 ? Residual / Squares * Rows / Math.Max(1, Rows - Strata) : 0;
            return Math.Max(own, pooled) * Weighted;
        }
    }
}
