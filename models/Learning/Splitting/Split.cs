namespace ProdSales.Learning.Splitting;

/// <summary>Rows to learn from and rows to judge by; never one in both.</summary>
/// <param name="Train">Rows to learn from, ascending.</param>
/// <param name="Test">Rows to judge by, ascending.</param>
public sealed record Split(int[] Train, int[] Test);
