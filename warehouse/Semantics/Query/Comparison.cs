namespace ProdSales.Semantics;

/// <summary>What a period is compared with.</summary>
public enum Comparison
{
    /// <summary>The span of the same length that ends the day before; whole months against whole months.</summary>
    PreviousPeriod,

    /// <summary>The same days a year before.</summary>
    SamePeriodLastYear,
}
