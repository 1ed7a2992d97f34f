namespace ProdSales.SemanticsTests.BruteForce.Evaluating.Days;

/// <summary>The rows that speak for one step of time (or for the whole period, where nothing is cut by time).</summary>
/// <param name="Steps">The first days of the steps, in the order of the grains; empty for the whole period.</param>
/// <param name="Rows">Rows of the fact on the days that speak.</param>
/// <param name="Divisor">By what sums are divided: the days with a snapshot for a mean, else 1.</param>
/// <param name="PeriodEnd">The last day that the step reaches.</param>
internal sealed record Slice(IReadOnlyList<DateOnly> Steps, IReadOnlyList<int> Rows, int Divisor, DateOnly PeriodEnd);
