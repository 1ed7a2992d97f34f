namespace ProdSales.Forecasting.Intervals;

/// <summary>An interval that is to hold the value with a given chance.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct Interval(double Low, double High);
