namespace ProdSales.Forecasting.Intermittent;

/// <summary>
/// What many series of seldom demand teach each other: how fast old demand stops to count, how far a rate is drawn to the mean of all, by how much demand falls or rises, and
/// how much it varies. Learned on origins inside the histories; a single part has too few demands to tell.
/// </summary>
public sealed class DemandPool
{
    private const int FewestDemands = 2;

    // A fall or a rise that the past showed goes on by so much: on origins inside training parts the whole of it was too much.
    private const double TrendShare = 0.75;

    private static readonly double[] Decays = [0.80, 0.85, 0.90, 0.93, 0.96, 0.98];
    private static readonly double[] Priors = [0, 1, 2, 4, 6, 9];
    private static readonly double[] Back = [1, 1.25, 1.5];

    private readonly double _decay;
    private readonly double _prior;
    private readonly double _mean;
    private readonly double _trend;

    private DemandPool(double decay, double prior, double mean, double trend)
    {
        (_decay, _prior, _mean, _trend) = (decay, prior, mean, trend);
    }

    /// <summary>Gets by how much the next demand is multiplied, since demand of all falls or rises.</summary>
    public double Trend => _trend;

    /// <summary>Learns from histories.</summary>
    /// <param name="histories">Complete histories that are not negative, of any lengths.</param>
    /// <param name="horizon">Steps to forecast, at least 1.</param>
    /// <returns>The pool; where histories are too short to look back, one that counts all demand alike but for the slowest decay.</returns>
    public static DemandPool Learn(IReadOnlyList<double[]> histories, int horizon)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        double[][][] past = [.. Back.Select(times => Past(histories, (int)(times * horizon)))];
        DemandPool best = new(Decays[^1], 0, 0, 1);
        double least = double.PositiveInfinity;
        foreach (double decay in past.Any(origin => origin.Length > 0) ? Decays : [])
        {
            foreach (double prior in Priors)
            {
                (double cost, double trend) = Cost(past, decay, prior, horizon);
                if (cost < least)
                {
                    (best, least) = (new DemandPool(decay, prior, DemandRate.MeanOf(histories, decay), 1 + (TrendShare * (trend - 1))), cost);
                }
            }
        }

        return best;
    }

    /// <summary>The mean demand a step to expect.</summary>
    /// <param name="history">A complete history that is not negative.</param>
    public double Rate(ReadOnlySpan<double> history) => _trend * DemandRate.ShrunkMean(history, _decay, _prior, _mean);

    // Histories up to an origin, each with what came after it behind.
    private static double[][] Past(IReadOnlyList<double[]> histories, int back) =>
        [.. histories.Where(history => history.Length >= 2 * back && history.AsSpan(0, history.Length - back).ToArray().Count(value => value > 0) >= FewestDemands)];

    private static (double Cost, double Trend) Cost(double[][][] past, double decay, double prior, int horizon)
    {
        List<(double Rate, double[] Came, double Scale)> cases = [];
        for (int origin = 0; origin < Back.Length; origin++)
        {
            int back = (int)(Back[origin] * horizon);
            double mean = DemandRate.MeanOf(past[origin].Select(history => history[..^back]), decay);
            foreach (double[] history in past[origin])
            {
                double[] known = history[..^back];
                double scale = Accuracy.Scale.Squared(known);
                if (scale > 0)
                {
                    cases.Add((DemandRate.ShrunkMean(known, decay, prior, mean), history[^back..(history.Length - back + horizon)], scale));
                }
            }
        }

        double forecast = cases.Sum(one => one.Rate) * horizon;
        double trend = forecast > 0 ? Math.Clamp(cases.Sum(one => one.Came.Sum()) / forecast, 0.5, 1.5) : 1;
        double cost = cases.Average(one => Math.Sqrt(one.Came.Average(value => (value - (trend * one.Rate)) * (value - (trend * one.Rate))) / one.Scale));
        return (cost, trend);
    }
}
