using System.Globalization;
using ProdSales.Bench.Load;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Rollups;

namespace ProdSales.Bench.Rollups;

/// <summary>Loads with and without rollups: a first load of years, and then the batch of a day.</summary>
internal static class RollupUpkeepCost
{
    private const int Pairs = 3;

    private static readonly WarehouseSettings Settings = new() { MemoryBytes = 1L << 30 };

    internal static IEnumerable<RatioRow> Rows(string workFolder, double scale)
    {
        long rows = (long)(scale * 1_000_000 / 5);
        string years = OrderLines.Write(Path.Combine(workFolder, "years"), rows, "parquet");
        string day = DayAfter(years, Path.Combine(workFolder, "day"));
        StarLoad kept = new(Folder(workFolder, "kept"), Settings, ModelReader.Shipped);
        StarLoad plain = new(Folder(workFolder, "plain"), Settings);
        string keptYears = kept.Keep(years);
        string plainYears = plain.Keep(years);
        RequireEqual(keptYears);
        (IReadOnlyList<double> ours, IReadOnlyList<double> reference) = Pairing.CpuInTurn(Pairs, () => kept.RunOn(keptYears, day), () => plain.RunOn(plainYears, day));
        yield return Row("loading a day", ours, reference, "6,000 new lines of a day and 500 corrections of the last week");
        File.Delete(keptYears);
        File.Delete(plainYears);
        (ours, reference) = Pairing.CpuInTurn(1, () => kept.Run(years), () => plain.Run(years));
        yield return Row("loading years at once", ours, reference, string.Create(CultureInfo.InvariantCulture, $"{rows:N0} lines, once; the rollups then equal their fact"));
    }

    private static RatioRow Row(string what, IReadOnlyList<double> ours, IReadOnlyList<double> reference, string note) => new(
        what, ours, reference, "none", string.Create(CultureInfo.InvariantCulture, $"{note}; {RatioRow.Median(ours):0.00} s against {RatioRow.Median(reference):0.00}"));

    private static string DayAfter(string years, string folder)
    {
        Directory.CreateDirectory(folder);
        using DuckDbConnection connection = new("DataSource=:memory:;memory_limit=1GB");
        connection.Open();
        string lines = $"read_parquet('{Path.Combine(years, "sales_order_line.parquet")}')";
        connection.Execute($"""
            COPY (
                (SELECT * REPLACE ('N' || source_id AS source_id, DATE '2026-01-01' AS ordered_date) FROM {lines} LIMIT 6000)
                UNION ALL
                (SELECT * REPLACE (2 AS version, net_amount + 1 AS net_amount) FROM {lines} WHERE ordered_date > DATE '2025-12-24' LIMIT 500)
            ) TO '{Path.Combine(folder, "sales_order_line.parquet")}'
            """);
        return folder;
    }

    private static void RequireEqual(string file)
    {
        using DuckDbConnection connection = new($"DataSource={file}");
        connection.Open();
        foreach (KeptRollup rollup in RollupCatalogue.Read(connection))
        {
            if (RollupTable.Differences(connection, rollup) is { First: { } first })
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Rollup {rollup.Name} differs from its fact, first on {first}."));
            }
        }
    }

    private static string Folder(string workFolder, string name) => Directory.CreateDirectory(Path.Combine(workFolder, name)).FullName;
}
