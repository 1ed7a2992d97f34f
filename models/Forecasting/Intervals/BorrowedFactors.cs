namespace ProdSales.Forecasting.Intervals;

/// <summary>Interval factors for whoever has no errors of his own yet: quantiles of |error| over spread on rolling origins inside the training parts of M3.</summary>
internal static class BorrowedFactors
{
    private const int Quarters = 4;
    private const int Months = 7;

    private static readonly double[] Levels = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99];
    private static readonly double[] WithoutSeason = [0, 1.07, 1.37, 1.76, 2.36, 3.34, 4.50, 6.51, 8.05];
    private static readonly double[] ShortSeason = [0, 0.76, 0.95, 1.20, 1.54, 2.02, 2.53, 3.28, 3.89];
    private static readonly double[] LongSeason = [0, 0.62, 0.79, 1.00, 1.31, 1.78, 2.26, 3.01, 3.79];

    /// <summary>The factor for a season of so many steps; between the levels of the table on straight lines, beyond the last as the tail of a series with heavy tails grows.</summary>
    internal static double Of(int period, double level)
    {
        double[] factors = period >= Months ? LongSeason : period >= Quarters ? ShortSeason : WithoutSeason;
        int at = Array.FindLastIndex(Levels, known => known <= level);
        if (at == Levels.Length - 1)
        {
            return factors[at] * Math.Sqrt((1 - Levels[at]) / (1 - level));
        }

        double share = (level - Levels[at]) / (Levels[at + 1] - Levels[at]);
        return factors[at] + (share * (factors[at + 1] - factors[at]));
    }
}
