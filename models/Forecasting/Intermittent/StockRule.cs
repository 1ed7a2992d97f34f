namespace ProdSales.Forecasting.Intermittent;

/// <summary>How much stock holds the demand of a lead time with a given chance (service level, 服务水平), for parts of seldom demand.</summary>
/// <remarks>How the demand of a lead time is distributed, and which quantile serves as often as asked, is learned from lead times after several origins of the past, all parts together.</remarks>
public sealed class StockRule
{
    private const int Halvings = 30;
    private const double Surest = 1 - 1e-9;

    private readonly LeadTimeLaw _law;
    private readonly double _chance;
    private readonly StockPolicy _policy;

    private StockRule(LeadTimeLaw law, double chance, StockPolicy policy)
    {
        (_law, _chance, _policy) = (law, chance, policy);
    }

    /// <summary>Learns.</summary>
    /// <param name="histories">Complete histories that are not negative.</param>
    /// <param name="leadTime">Steps that stock must last, at least 1.</param>
    /// <param name="service">The share of lead times that stock shall serve in full, above 0 and below 1.</param>
    /// <param name="back">About how many steps lie behind an origin that is learned from, at least the lead time.</param>
    /// <param name="policy">How stock is shared out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range: the caller's fault.</exception>
    public static StockRule Learn(IReadOnlyList<double[]> histories, int leadTime, double service, int back, StockPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentOutOfRangeException.ThrowIfLessThan(leadTime, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(back, leadTime);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(service, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(service, 1);
        List<LeadTimeWindow> windows = LeadTimeWindow.Of(histories, leadTime, back);
        LeadTimeLaw law = LeadTimeLaw.Learn(windows, histories, leadTime);
        (NegativeBinomial Demand, int Came)[][] origins = [.. windows.GroupBy(window => window.Origin).Select(origin => Foreseen([.. origin], law))];
        (double low, double high) = (0, 1);
        for (int halving = 0; halving < Halvings && windows.Count > 0; halving++)
        {
            double middle = (low + high) / 2;

            // After every origin, not only on the whole: what moved all parts at once then may move them again.
            (low, high) = Array.TrueForAll(origins, origin => Served(origin, middle, policy) >= service) ? (low, middle) : (middle, high);
        }

        return windows.Count > 0 ? new StockRule(law, Math.Min(high, Surest), policy) : new StockRule(law, service, StockPolicy.Item);
    }

    /// <summary>The stock of a part.</summary>
    /// <param name="history">Its complete history, not negative.</param>
    /// <returns>Whole pieces, 0 where no demand is to be expected.</returns>
    public int Stock(ReadOnlySpan<double> history) => Pieces(LeadTimeDemand(history), _chance, _policy);

    /// <summary>How the demand of a part's lead time is distributed.</summary>
    /// <param name="history">Its complete history, not negative.</param>
    public NegativeBinomial LeadTimeDemand(ReadOnlySpan<double> history) => _law.Of(history);

    private static (NegativeBinomial Demand, int Came)[] Foreseen(LeadTimeWindow[] windows, LeadTimeLaw law)
    {
        LeadTimeLaw then = law.Seeing(windows.Select(window => window.Known).Distinct());
        return [.. windows.Select(window => (then.Of(window.Known), window.Came))];
    }

    private static double Served((NegativeBinomial Demand, int Came)[] windows, double chance, StockPolicy policy) =>
        (double)windows.Count(window => window.Came <= Pieces(window.Demand, chance, policy)) / windows.Length;

    private static int Pieces(NegativeBinomial demand, double chance, StockPolicy policy) =>
        policy is StockPolicy.Item ? demand.Quantile(Math.Min(chance, Surest)) : demand.WorthwhileCount(Math.Max(1 - chance, 1 - Surest));
}
