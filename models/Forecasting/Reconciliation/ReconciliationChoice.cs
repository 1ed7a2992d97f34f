namespace ProdSales.Forecasting.Reconciliation;

/// <summary>Chooses by backtest how a hierarchy is reconciled.</summary>
public static class ReconciliationChoice
{
    /// <summary>Fewer origins of errors than this leave the choice to methods that need none.</summary>
    public const int FewestErrors = 8;

    /// <summary>Gets all methods.</summary>
    public static IReadOnlyList<ReconciliationMethod> All { get; } = Enum.GetValues<ReconciliationMethod>();

    /// <summary>Chooses the method with the least error, the mean over levels of the mean over nodes of scaled absolute errors.</summary>
    /// <param name="hierarchy">The hierarchy.</param>
    /// <param name="origins">Past origins, oldest first: forecasts by step and node, what came by step and node (as far as it is known), and the errors known at the origin.</param>
    /// <param name="scales">What each node's errors are divided by, above 0.</param>
    /// <param name="isNonNegative">Whether leaves may not be negative.</param>
    /// <returns>The method; ordinary least squares where there is no origin.</returns>
    public static ReconciliationMethod Best(Hierarchy hierarchy, IReadOnlyList<PastOrigin> origins, IReadOnlyList<double> scales, bool isNonNegative)
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentNullException.ThrowIfNull(origins);
        ArgumentNullException.ThrowIfNull(scales);
        bool canLearn = origins.All(origin => origin.Errors.Count >= FewestErrors);
        ReconciliationMethod best = ReconciliationMethod.Ols;
        double least = double.PositiveInfinity;
        foreach (ReconciliationMethod method in All.Where(method => canLearn || method <= ReconciliationMethod.WlsInverse))
        {
            double cost = origins.Count == 0 ? double.PositiveInfinity : origins.Average(origin => Cost(hierarchy, origin, Reconciler.Of(hierarchy, method, origin.Errors), scales, isNonNegative));
            (best, least) = cost < least ? (method, cost) : (best, least);
        }

        return best;
    }

    private static double Cost(Hierarchy hierarchy, PastOrigin origin, Reconciler reconciler, IReadOnlyList<double> scales, bool isNonNegative)
    {
        double[] errors = new double[hierarchy.Count];
        for (int step = 0; step < origin.Came.Count; step++)
        {
            double[] reconciled = reconciler.Reconcile(origin.Forecasts[step], isNonNegative);
            for (int node = 0; node < errors.Length; node++)
            {
                errors[node] += Math.Abs(reconciled[node] - origin.Came[step][node]) / scales[node] / origin.Came.Count;
            }
        }

        return Enumerable.Range(0, errors.Length).GroupBy(node => hierarchy.Levels[node]).Average(level => level.Average(node => errors[node]));
    }
}
