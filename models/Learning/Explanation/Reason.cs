namespace ProdSales.Learning.Explanation;

/// <summary>What one source column adds to a score.</summary>
/// <param name="Rank">1 for the strongest of its direction.</param>
/// <param name="Column">The column.</param>
/// <param name="Value">Its value in the row as text; null where it is missing.</param>
/// <param name="Contribution">What it adds to the log-odds against an average row of training; read sign and rank, for it is no probability.</param>
public sealed record Reason(int Rank, string Column, string? Value, double Contribution);
