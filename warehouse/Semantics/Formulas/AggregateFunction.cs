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

    /// <summary>Product over the values of a column of the quotients of two sums: the yield of a chain of steps.</summary>
    RolledYield,

    /// <summary>The sums of the calendar months up to the end of the period, for <see cref="ScalarFunction.CountBack"/>.</summary>
    MonthlySums,

    /// <summary>Median duration by Kaplan and Meier, with those still running counted as long as they were seen; null while more than half survive.</summary>
    SurvivalMedian,
}
