namespace ProdSales.Loading.Reports;

/// <summary>How a load ended.</summary>
public enum LoadOutcome
{
    /// <summary>The batch is in the warehouse, whole.</summary>
    Committed,

    /// <summary>A batch of the same identity had been committed before; nothing was read or changed.</summary>
    AlreadyLoaded,

    /// <summary>The batch was refused, whole; nothing was changed. The report says why.</summary>
    Refused,
}
