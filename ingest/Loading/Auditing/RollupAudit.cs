using System.Globalization;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Rollups;

namespace ProdSales.Loading.Auditing;

/// <summary>Whether every rollup holds, row for row, what its fact sums to.</summary>
internal static class RollupAudit
{
    internal static AuditCheck Check(DuckDbConnection connection)
    {
        List<AuditFault> faults = [];
        long examined = 0;
        // Those of an older schema are read by no question, and built anew when the warehouse is opened to load or to serve.
        foreach (KeptRollup rollup in RollupCatalogue.Read(connection, isCurrentOnly: true))
        {
            if (!connection.Scalar<bool>($"SELECT EXISTS (FROM duckdb_tables() WHERE table_name = {SqlText.Text(rollup.Table)})"))
            {
                faults.Add(AuditFault.Of(AuditCodes.RollupMissing, ("rollup", rollup.Name), ("table", rollup.Table)));
                continue;
            }

            (long rows, long periods, DateOnly? first) = RollupTable.Differences(connection, rollup);
            examined += rows;
            if (first is { } day)
            {
                faults.Add(AuditFault.Of(
                    AuditCodes.RollupDiffers,
                    ("rollup", rollup.Name), ("fact", rollup.Fact), ("periods", periods), ("example", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));
            }
        }

        return new AuditCheck("rollups", examined, faults);
    }
}
