namespace ProdSales.Loading;

/// <summary>How far a load has come.</summary>
/// <param name="Feed">The feed that is being read.</param>
/// <param name="Origin">Where its rows come from.</param>
/// <param name="RowsRead">Rows of this input read so far, bad ones included.</param>
/// <param name="Elapsed">Time since the input was opened.</param>
public sealed record LoadProgress(string Feed, string Origin, long RowsRead, TimeSpan Elapsed)
{
    /// <summary>Gets rows a second; 0 before the first measurable moment.</summary>
    public double RowsPerSecond => Elapsed > TimeSpan.Zero ? RowsRead / Elapsed.TotalSeconds : 0;
}
