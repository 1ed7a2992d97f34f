using ProdSales.Loading.Star;
using ProdSales.Loading.Weights;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Auditing;

/// <summary>Whether the weights of every whole that several members share sum to 1.</summary>
internal static class WeightAudit
{
    internal static AuditCheck Check(DuckDbConnection connection)
    {
        List<AuditFault> faults = [];
        long examined = 0;
        foreach (StarTable fact in WholeWeights.Facts)
        {
            examined += connection.Scalar<long>($"SELECT count(*) FROM {fact.Name}");
            if (WholeWeights.Broken(connection, fact) is { } broken)
            {
                faults.Add(AuditFault.Of(
                    AuditCodes.WeightsNotWhole,
                    ("table", fact.Name), ("column", fact.Feed.Whole!.Name), ("wholes", broken.Count), ("example", broken.Example), ("total", broken.Total)));
            }
        }

        return new AuditCheck("weights", examined, faults);
    }
}
