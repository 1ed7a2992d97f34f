namespace ProdSales.Forecasting.Autoregression;

/// <summary>
/// Autoregressions of every order up to a greatest one, by Burg's method, averaged by their Akaike weights: no single order has to be chosen.
/// </summary>
internal static class AveragedAutoregression
{
    /// <summary>Continues values about zero.</summary>
    /// <param name="values">The values.</param>
    /// <param name="greatest">The greatest order.</param>
    /// <param name="points">Takes what follows.</param>
    internal static void Continue(double[] values, int greatest, Span<double> points)
    {
        double[] coefficients = Coefficients(values, Math.Min(greatest, values.Length - 2));
        double[] path = new double[values.Length + points.Length];
        values.CopyTo(path, 0);
        for (int step = 0; step < points.Length; step++)
        {
            int at = values.Length + step;
            double point = 0;
            for (int lag = 1; lag <= coefficients.Length; lag++)
            {
                point += coefficients[lag - 1] * path[at - lag];
            }

            path[at] = point;
            points[step] = point;
        }
    }

    private static double[] Coefficients(double[] values, int greatest)
    {
        if (greatest < 1)
        {
            return [];
        }

        BurgLadder ladder = new(values, greatest);
        double[] averaged = new double[greatest];
        double weights = 0;
        double first = Criterion(values.Length, ladder.Variance, 0);
        do
        {
            double weight = Math.Min(Math.Exp(-0.5 * (Criterion(values.Length, ladder.Variance, ladder.Order) - first)), 1e100);
            weights += weight;
            for (int lag = 0; lag < ladder.Order; lag++)
            {
                averaged[lag] += weight * ladder.Coefficients[lag];
            }
        }
        while (ladder.Variance > 0 && ladder.Order < greatest && ladder.Climb());

        for (int lag = 0; lag < greatest; lag++)
        {
            averaged[lag] /= weights;
        }

        return averaged;
    }

    private static double Criterion(int count, double variance, int order) => count - order - 2 > 0
        ? (count * Math.Log(Math.Max(variance, 1e-300))) + (2.0 * (order + 1)) + (2.0 * (order + 1) * (order + 2) / (count - order - 2))
        : double.PositiveInfinity;
}
