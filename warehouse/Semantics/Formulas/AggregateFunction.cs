namespace ProdSales.Semantics;

/// <summary>Aggregates that a formula may use.</summary>
public enum AggregateFunction
{
    /// <summary>Sum of the values that are known; null when none is.</summary>
    Sum,

    /// <summary>Number of rows, or of values that are known.</summary>
    Count,

    /// <summary>Number of different values.</summary>
    CountDistinct,

    /// <summary>Value in the middle, between two where the number is even.</summary>
    Median,

    /// <summary>Continuous quantile.</summary>
    Quantile,
}
