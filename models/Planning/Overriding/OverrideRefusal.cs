namespace ProdSales.Planning.Overriding;

/// <summary>Why an override is not kept.</summary>
public enum OverrideRefusal
{
    /// <summary>There is no statistical forecast of such series for that period.</summary>
    NothingToOverride,

    /// <summary>The period was over on the day of the override: what has come can no longer be forecast.</summary>
    PeriodIsOver,

    /// <summary>The number is negative.</summary>
    NegativeValue,

    /// <summary>Nobody says why.</summary>
    ReasonMissing,
}
