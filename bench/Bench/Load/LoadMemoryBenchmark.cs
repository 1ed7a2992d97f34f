using System.Globalization;
using ProdSales.Warehouse;

namespace ProdSales.Bench.Load;

/// <summary>How the peak memory of a load grows with its rows.</summary>
public sealed class LoadMemoryBenchmark : IBenchmark
{
    private const long EngineBytes = 256L << 20;

    /// <inheritdoc/>
    public string Name => "load-memory";

    /// <inheritdoc/>
    public string Quantity => "memory";

    /// <inheritdoc/>
    public string Question =>
        "Peak resident memory of loading order lines into the star, against that of loading half as many. The engine keeps pages that it has written until it reaches its limit, here 256 MiB, so growth below it is a cache that fills.";

    /// <inheritdoc/>
    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        StarLoad star = new(workFolder, new WarehouseSettings { MemoryBytes = EngineBytes });
        foreach (string format in new[] { "parquet", "csv" })
        {
            double before = PeakMiB(star, workFolder, format, scale / 2);
            foreach (double millions in new[] { scale, scale * 2 })
            {
                double peak = PeakMiB(star, workFolder, format, millions);
                string note = string.Create(CultureInfo.InvariantCulture, $"peak {peak:0} MiB against {before:0} MiB");
                yield return new RatioRow(
                    string.Create(CultureInfo.InvariantCulture, $"{format}, {millions} million rows against {millions / 2}"), [peak], [before], "flat", note);
                before = peak;
            }
        }
    }

    private static double PeakMiB(StarLoad star, string workFolder, string format, double millions)
    {
        string folder = OrderLines.Write(Path.Combine(workFolder, $"lines-{format}"), (long)(millions * 1_000_000), format);
        double peak = PeakMemory.Of(() => star.Run(folder)) / (double)(1L << 20);
        Directory.Delete(folder, recursive: true);
        return peak;
    }
}
