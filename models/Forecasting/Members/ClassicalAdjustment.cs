using ProdSales.Forecasting.Seasonality;

namespace ProdSales.Forecasting.Members;

/// <summary>The adjustment of the M4 competition's benchmarks: a test, and classical factors where it sees a season.</summary>
internal sealed class ClassicalAdjustment
{
    private readonly double[] _factors;

    private ClassicalAdjustment(double[] adjusted, double[] factors)
    {
        (Adjusted, _factors) = (adjusted, factors);
    }

    /// <summary>Gets the adjusted values.</summary>
    internal double[] Adjusted { get; }

    /// <summary>Adjusts; a series that is not positive stays as it is.</summary>
    internal static ClassicalAdjustment Of(MemberInput input)
    {
        if (!input.IsPositive || !SeasonalTest.IsSeasonal(input.Values, input.Period))
        {
            return new ClassicalAdjustment(input.Values, []);
        }

        double[] factors = SeasonalIndices.Factors(input.Values, input.Period);
        double[] adjusted = new double[input.Values.Length];
        for (int t = 0; t < adjusted.Length; t++)
        {
            adjusted[t] = input.Values[t] / factors[t % factors.Length];
        }

        return new ClassicalAdjustment(adjusted, factors);
    }

    /// <summary>Gives points that follow the series their season back.</summary>
    internal void Restore(Span<double> points)
    {
        for (int step = 0; step < points.Length && _factors.Length > 0; step++)
        {
            points[step] *= _factors[(Adjusted.Length + step) % _factors.Length];
        }
    }
}
