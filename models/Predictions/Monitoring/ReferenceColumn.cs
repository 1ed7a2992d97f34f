namespace ProdSales.Predictions.Monitoring;

/// <summary>How the values of one column were spread while nothing was amiss, and how much that differs from week to week by itself.</summary>
/// <param name="Name">The column; <see cref="ReferenceProfile.Score"/> for what the model says.</param>
/// <param name="Cuts">Where the bins of a number end; empty for a category.</param>
/// <param name="Levels">The categories that have a bin of their own; empty for a number.</param>
/// <param name="Shares">Share of each bin; of a category other levels come next to last; missing comes last.</param>
/// <param name="Usual">Mean of the stability index of a week against all others.</param>
/// <param name="Spread">Its standard deviation from week to week.</param>
public sealed record ReferenceColumn(string Name, double[] Cuts, string[] Levels, double[] Shares, double Usual, double Spread);
