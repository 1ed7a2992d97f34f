namespace ProdSales.Learning.Explanation;

/// <summary>What a model says of one row.</summary>
/// <param name="Probability">The probability of the outcome; the base rate where the model has no skill.</param>
/// <param name="Margin">The log-odds before calibration.</param>
/// <param name="Bias">The log-odds of an average row of training; with the contributions of all columns it sums to the margin.</param>
/// <param name="Contributions">What each column adds to the log-odds, in the order of the model's columns; empty where the model has no skill.</param>
public sealed record RowScore(double Probability, double Margin, double Bias, double[] Contributions);
