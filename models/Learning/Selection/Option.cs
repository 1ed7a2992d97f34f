namespace ProdSales.Learning.Selection;

/// <summary>One way to fit, and what it said of rows that it did not see.</summary>
/// <param name="Value">The way.</param>
/// <param name="Margins">The log-odds of every row; meaningless where a row was in no test part.</param>
internal sealed record Option<T>(T Value, double[] Margins);
