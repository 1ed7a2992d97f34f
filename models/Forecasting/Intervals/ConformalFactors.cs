namespace ProdSales.Forecasting.Intervals;

/// <summary>
/// Conformal interval factors (保形预测区间): how many spreads wide an interval must be on each side, per season and step, so that it would have held its share of errors seen.
/// Where too few errors were seen, those of all steps together count, and then borrowed factors. Immutable; safe to share between threads.
/// </summary>
public sealed class ConformalFactors
{
    /// <summary>So many errors of one step are enough.</summary>
    public const int Enough = 60;

    private readonly Dictionary<(int Period, int Step), double[]> _ofSteps;
    private readonly Dictionary<int, double[]> _ofPeriods;

    internal ConformalFactors(Dictionary<(int Period, int Step), double[]> ofSteps, Dictionary<int, double[]> ofPeriods)
    {
        (_ofSteps, _ofPeriods) = (ofSteps, ofPeriods);
    }

    /// <summary>Gets the factors of whoever has no errors of his own.</summary>
    public static ConformalFactors Borrowed { get; } = new([], []);

    /// <summary>The factor by which the spread of a step is multiplied.</summary>
    /// <param name="period">Steps of the season that was modelled.</param>
    /// <param name="step">The step, the first being 1.</param>
    /// <param name="level">The chance, above 0 and below 1.</param>
    /// <returns>At least 0, and never less for a higher level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range: the caller's fault.</exception>
    public double Of(int period, int step, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        double[]? seen = _ofSteps.GetValueOrDefault((period, step)) is { Length: >= Enough } own ? own : _ofPeriods.GetValueOrDefault(period);
        if (seen is not { Length: >= Enough })
        {
            return BorrowedFactors.Of(period, level);
        }

        int rank = (int)Math.Ceiling((seen.Length + 1) * level);
        return rank <= seen.Length ? seen[rank - 1] : Math.Max(seen[^1], BorrowedFactors.Of(period, level));
    }

    /// <summary>The interval around a point of a forecast.</summary>
    /// <param name="result">The forecast.</param>
    /// <param name="step">The step, the first being 1.</param>
    /// <param name="level">The chance, above 0 and below 1.</param>
    /// <returns>Both ends not a number where the point is; not below zero where the history never was.</returns>
    public Interval Around(ForecastResult result, int step, double level)
    {
        ArgumentNullException.ThrowIfNull(result);
        double point = result.Points[step - 1];
        double half = Of(result.Period, step, level) * result.Spreads[step - 1];
        return new Interval(result.IsNonNegative ? Math.Max(0, point - half) : point - half, point + half);
    }
}
