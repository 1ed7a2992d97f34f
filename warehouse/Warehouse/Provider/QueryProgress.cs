using ProdSales.Native.Shapes;

namespace ProdSales.Warehouse.Provider;

/// <summary>How far a running statement is.</summary>
/// <param name="Fraction">The share done, 0 to 1, as the engine estimates it.</param>
/// <param name="RowsDone">Rows done so far by the part of the plan that runs now.</param>
/// <param name="RowsTotal">Rows that part expects in all.</param>
public readonly record struct QueryProgress(double Fraction, long RowsDone, long RowsTotal)
{
    /// <summary>Reads the engine's form, in which a negative percentage means that nothing is tracked.</summary>
    internal static QueryProgress? From(NativeProgress progress) =>
        progress.Percentage < 0 ? null : new QueryProgress(progress.Percentage / 100, (long)progress.RowsProcessed, (long)progress.TotalRows);
}
