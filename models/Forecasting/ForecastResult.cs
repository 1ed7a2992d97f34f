using ProdSales.Forecasting.Preparation;

namespace ProdSales.Forecasting;

/// <summary>The forecast of a series and how it came about.</summary>
public sealed record ForecastResult
{
    /// <summary>Gets the points, one a step; not a number where the history holds no value.</summary>
    public required IReadOnlyList<double> Points { get; init; }

    /// <summary>Gets how large an error is to be expected, one a step, in the unit of the series; what interval factors multiply. Not negative.</summary>
    public required IReadOnlyList<double> Spreads { get; init; }

    /// <summary>Gets the members; empty where the history was only carried on.</summary>
    public required IReadOnlyList<MemberForecast> Members { get; init; }

    /// <summary>Gets how demand comes.</summary>
    public required DemandClass Class { get; init; }

    /// <summary>Gets what guards did, in order.</summary>
    public required IReadOnlyList<Guard> Guards { get; init; }

    /// <summary>Gets the steps of the season that was used; 1 for none.</summary>
    public required int Period { get; init; }

    /// <summary>Gets whether no value of the history is negative, so that neither points nor intervals go below zero.</summary>
    public required bool IsNonNegative { get; init; }
}
