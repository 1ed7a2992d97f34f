namespace ProdSales.Planning.Running;

/// <summary>How forecasting from an origin ended.</summary>
public enum PlanningOutcome
{
    /// <summary>The forecasts are in the warehouse.</summary>
    Loaded,

    /// <summary>There are forecasts of that origin already; they stay as they are.</summary>
    AlreadyThere,

    /// <summary>Too few whole periods are known to forecast from.</summary>
    TooShort,

    /// <summary>Loading refused them; the problems say why.</summary>
    Refused,
}
