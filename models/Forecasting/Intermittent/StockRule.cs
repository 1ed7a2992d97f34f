namespace ProdSales.Forecasting.Intermittent;

/// <summary>How much stock holds the demand of a lead time with a given chance (service level, 服务水平), for parts of seldom demand.</summary>
/// <remarks>Demand of a lead time is negative binomial around the rate of the pool; how much it varies, and which quantile serves as often as asked, is learned from the last part of the histories.</remarks>
public sealed class StockRule
{
    private const int Halvings = 30;
    private const double Surest = 1 - 1e-9;

    private static readonly double[] Variations = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5];

    private readonly DemandPool _pool;
    private readonly int _leadTime;
    private readonly double _variation;
    private readonly double _chance;
    private readonly StockPolicy _policy;

    private StockRule(DemandPool pool, int leadTime, double variation, double chance, StockPolicy policy)
    {
        (_pool, _leadTime, _variation, _chance, _policy) = (pool, leadTime, variation, chance, policy);
    }

    /// <summary>Learns.</summary>
    /// <param name="histories">Complete histories that are not negative.</param>
    /// <param name="pool">The pool that was learned from them.</param>
    /// <param name="leadTime">Steps that stock must last, at least 1.</param>
    /// <param name="service">The share of lead times that stock shall serve in full, above 0 and below 1.</param>
    /// <param name="back">How many steps at the end to learn from, at least the lead time.</param>
    /// <param name="policy">How stock is shared out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range: the caller's fault.</exception>
    public static StockRule Learn(IReadOnlyList<double[]> histories, DemandPool pool, int leadTime, double service, int back, StockPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentOutOfRangeException.ThrowIfLessThan(leadTime, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(back, leadTime);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(service, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(service, 1);
        List<(double Mean, double Came)> windows = Windows(histories, pool, leadTime, back);
        double variation = VariationOf(windows);
        (double low, double high) = (0, 1);
        for (int halving = 0; halving < Halvings && windows.Count > 0; halving++)
        {
            double middle = (low + high) / 2;
            (low, high) = Served(windows, variation, middle, policy) >= service ? (low, middle) : (middle, high);
        }

        return windows.Count > 0
            ? new StockRule(pool, leadTime, variation, Math.Min(high, Surest), policy)
            : new StockRule(pool, leadTime, variation, service, StockPolicy.Item);
    }

    /// <summary>The stock of a part.</summary>
    /// <param name="history">Its complete history, not negative.</param>
    /// <returns>Whole pieces, 0 where no demand is to be expected.</returns>
    public int Stock(ReadOnlySpan<double> history) => Pieces(LeadTimeDemand(history), _chance, _policy);

    /// <summary>How the demand of a part's lead time is distributed.</summary>
    /// <param name="history">Its complete history, not negative.</param>
    public NegativeBinomial LeadTimeDemand(ReadOnlySpan<double> history) => new(_leadTime * _pool.Rate(history), _variation);

    private static List<(double Mean, double Came)> Windows(IReadOnlyList<double[]> histories, DemandPool pool, int leadTime, int back)
    {
        List<(double, double)> windows = [];
        foreach (double[] history in histories.Where(history => history.Length > back && history.AsSpan(0, history.Length - back).ContainsAnyExcept(0)))
        {
            double mean = leadTime * pool.Rate(history.AsSpan(0, history.Length - back));
            for (int from = history.Length - back; from + leadTime <= history.Length; from += leadTime)
            {
                windows.Add((mean, history[from..(from + leadTime)].Sum()));
            }
        }

        return windows;
    }

    // The variation under which what came was most likely: one burst of demand weighs less so than in a variance.
    private static double VariationOf(List<(double Mean, double Came)> windows)
    {
        (double best, double most) = (0, double.NegativeInfinity);
        foreach (double variation in Variations)
        {
            double likelihood = windows.Where(window => window.Mean > 0).Sum(window => new NegativeBinomial(window.Mean, variation).LogChance((int)Math.Round(Math.Max(0, window.Came))));
            (best, most) = likelihood > most ? (variation, likelihood) : (best, most);
        }

        return best;
    }

    private static double Served(List<(double Mean, double Came)> windows, double variation, double chance, StockPolicy policy) =>
        (double)windows.Count(window => window.Came <= Pieces(new NegativeBinomial(window.Mean, variation), chance, policy)) / windows.Count;

    private static int Pieces(NegativeBinomial demand, double chance, StockPolicy policy) =>
        policy is StockPolicy.Item ? demand.Quantile(Math.Min(chance, Surest)) : demand.WorthwhileCount(Math.Max(1 - chance, 1 - Surest));
}
