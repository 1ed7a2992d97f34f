namespace ProdSales.Learning.Evaluation;

/// <summary>The span that holds a figure with 95 % confidence.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public sealed record Interval(double Low, double High);
