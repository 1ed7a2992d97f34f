namespace ProdSales.Forecasting.Autoregression;

/// <summary>Autoregressions of growing order by Burg's method: each rung adds one lag to the last.</summary>
internal sealed class BurgLadder
{
    private readonly double[] _forward;
    private readonly double[] _backward;
    private double[] _spare;

    /// <summary>Starts at order 0.</summary>
    /// <param name="values">Values about zero.</param>
    /// <param name="greatest">The greatest order that will be climbed to.</param>
    internal BurgLadder(double[] values, int greatest)
    {
        _forward = [.. values];
        _backward = [.. values];
        _spare = new double[greatest];
        Coefficients = new double[greatest];
        foreach (double value in values)
        {
            Variance += value * value / values.Length;
        }
    }

    /// <summary>Gets the order.</summary>
    internal int Order { get; private set; }

    /// <summary>Gets the coefficients of lags 1, 2 … up to the order.</summary>
    internal double[] Coefficients { get; private set; }

    /// <summary>Gets the variance of what the order leaves over.</summary>
    internal double Variance { get; private set; }

    /// <summary>Climbs one rung.</summary>
    /// <returns>False when the values are too few, or foretell themselves exactly.</returns>
    internal bool Climb()
    {
        int order = Order + 1;
        if (order >= _forward.Length - 1)
        {
            return false;
        }

        double reflection = Reflect(order);
        for (int lag = 0; lag < Order; lag++)
        {
            _spare[lag] = Coefficients[lag] - (reflection * Coefficients[Order - 1 - lag]);
        }

        _spare[Order] = reflection;
        (Coefficients, _spare) = (_spare, Coefficients);
        Variance *= 1 - (reflection * reflection);
        Order = order;
        return Variance > 0;
    }

    private double Reflect(int order)
    {
        double products = 0;
        double squares = 0;
        for (int t = order; t < _forward.Length; t++)
        {
            products += _forward[t] * _backward[t - 1];
            squares += (_forward[t] * _forward[t]) + (_backward[t - 1] * _backward[t - 1]);
        }

        double reflection = squares > 0 ? 2 * products / squares : 0;
        for (int t = _forward.Length - 1; t >= order; t--)
        {
            double forward = _forward[t] - (reflection * _backward[t - 1]);
            _backward[t] = _backward[t - 1] - (reflection * _forward[t]);
            _forward[t] = forward;
        }

        return reflection;
    }
}
