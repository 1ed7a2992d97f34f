namespace ProdSales.Simulation;

/// <summary>The standard normal distribution.</summary>
internal static class Gauss
{
    /// <summary>The chance of a number below a bound, to 1e-14 (continued fraction and series of the error function; Abramowitz and Stegun 7.1.6, 7.1.14).</summary>
    internal static double Below(double bound)
    {
        double x = Math.Abs(bound) / Math.Sqrt(2);
        double tail = x < 3 ? 0.5 - (0.5 * Series(x)) : 0.5 * Fraction(x);
        return bound < 0 ? tail : 1 - tail;
    }

    private static double Series(double x)
    {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-17 && n < 200; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    private static double Fraction(double x)
    {
        double fraction = x;
        for (int n = 60; n >= 1; n--)
        {
            fraction = x + (n / 2d / fraction);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * fraction);
    }
}
