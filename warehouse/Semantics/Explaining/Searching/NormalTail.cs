namespace ProdSales.Semantics;

/// <summary>The chance of a score.</summary>
internal static class NormalTail
{
    private static readonly double[] Coefficients =
    [
        0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368, -1.26551223,
    ];

    /// <summary>The probability that a standard normal number lies as far from 0, on either side, or farther; to seven digits.</summary>
    /// <remarks>The complementary error function at z/√2 by the usual Chebyshev fit.</remarks>
    internal static double TwoSided(double score)
    {
        double z = Math.Abs(score) / Math.Sqrt(2);
        double t = 1 / (1 + (0.5 * z));
        double fit = Coefficients.Aggregate(0.0, (sum, coefficient) => (sum * t) + coefficient);
        return t * Math.Exp((-z * z) + fit);
    }
}
