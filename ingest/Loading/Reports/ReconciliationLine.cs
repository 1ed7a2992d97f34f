namespace ProdSales.Loading.Reports;

/// <summary>One total of a feed, source against warehouse.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Measure">The measure column, or <c>rows</c> for the count; money is in the documents' currencies.</param>
/// <param name="SourceTotal">Counted from the rows as they were read.</param>
/// <param name="RefusedTotal">Counted from the rows in quarantine.</param>
/// <param name="SkippedTotal">Counted from the rows that were not newer than what the warehouse or the batch already had.</param>
/// <param name="LoadedTotal">Counted by the warehouse from the rows of this batch.</param>
public sealed record ReconciliationLine(
    string Feed, string Measure, decimal SourceTotal, decimal RefusedTotal, decimal SkippedTotal, decimal LoadedTotal)
{
    /// <summary>Gets a value indicating whether nothing was lost or made up; measured numbers (DOUBLE) may differ by their rounding.</summary>
    public bool IsBalanced => Math.Abs(SourceTotal - RefusedTotal - SkippedTotal - LoadedTotal) <= Tolerance;

    /// <summary>Gets by how much the totals may differ: 0 for exact numbers.</summary>
    internal decimal Tolerance { get; init; }
}
