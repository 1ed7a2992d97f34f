namespace ProdSales.Forecasting.Theta;

/// <summary>The straight line of least squares through values at 1, 2, 3 …, kept as values come.</summary>
internal struct GrowingLine
{
    private int _count;
    private double _mean;

    /// <summary>Gets the height at 0.</summary>
    internal readonly double Intercept => _mean - (Slope * (_count + 1) / 2);

    /// <summary>Gets the rise from one value to the next.</summary>
    internal double Slope { get; private set; }

    /// <summary>Takes up the next value.</summary>
    internal void Add(double value)
    {
        _count++;
        Slope = _count == 1 ? 0 : (((_count - 2) * Slope) + (6 * (value - _mean) / _count)) / (_count + 1);
        _mean += (value - _mean) / _count;
    }
}
