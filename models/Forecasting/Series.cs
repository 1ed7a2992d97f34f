namespace ProdSales.Forecasting;

/// <summary>A series (时间序列) to forecast.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Values">The values in order of time, one a step; not a number where a value is missing, which is not zero.</param>
/// <param name="Period">Steps of a season: 1 for none, 4 of quarters, 7 of days, 12 of months, 24 of hours, 52 of weeks.</param>
public sealed record Series(string Name, double[] Values, int Period);
