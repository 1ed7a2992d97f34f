using ProdSales.Loading.Reports;

namespace ProdSales.Loading;

/// <summary>Rolls the transaction of a refused batch back; it never leaves <see cref="WarehouseLoader"/>, which turns it into its report.</summary>
internal sealed class BatchRefusedException(LoadReport report) : Exception("The batch was refused.")
{
    /// <summary>Gets what the caller is told.</summary>
    internal LoadReport Report { get; } = report;

    /// <summary>Refuses for one reason.</summary>
    internal static BatchRefusedException For(LoadRefusal refusal) => new(new LoadReport { Outcome = LoadOutcome.Refused, Refusals = [refusal] });
}
