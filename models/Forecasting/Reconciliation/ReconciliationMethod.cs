namespace ProdSales.Forecasting.Reconciliation;

/// <summary>How forecasts of nodes are made to add up.</summary>
public enum ReconciliationMethod
{
    /// <summary>Only the forecasts of leaves count.</summary>
    BottomUp,

    /// <summary>All nodes err alike (ordinary least squares).</summary>
    Ols,

    /// <summary>A node errs as much as it has leaves.</summary>
    WlsStructure,

    /// <summary>A node errs the less the more leaves it has: sums are trusted, as where leaves miss what they have in common.</summary>
    WlsInverse,

    /// <summary>A node errs as much as it did.</summary>
    WlsVariance,

    /// <summary>Nodes err as much, and as much together, as they did; the correlation is shrunk (MinT, Schäfer and Strimmer).</summary>
    MinTrace,

    /// <summary>The mean of ordinary least squares, the best at the top, and of MinT, the best at the leaves.</summary>
    OlsAndMinTrace,
}
