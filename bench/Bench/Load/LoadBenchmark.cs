using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench.Load;

/// <summary>Loads order lines from Parquet and CSV, beside the engine's own reading of the same file into a table of the same shape.</summary>
public sealed class LoadBenchmark : IBenchmark
{
    private static readonly WarehouseSettings Settings = new() { MemoryBytes = 1L << 30 };

    /// <inheritdoc/>
    public string Name => "load";

    /// <inheritdoc/>
    public string Question =>
        "Order lines from a file into the star (row checks, keys of the version of the day, regions, ledger, reconciliation, checkpoint), against DuckDB's INSERT ... SELECT of the same file and CHECKPOINT.";

    /// <inheritdoc/>
    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        long rows = (long)(scale * 1_000_000);
        StarLoad star = new(workFolder, Settings);
        foreach ((string format, string goal) in new[] { ("parquet", "speed at least 0.35"), ("csv", "speed at least 0.5") })
        {
            string half = OrderLines.Write(Path.Combine(workFolder, $"half-{format}"), rows / 2, format);
            string whole = OrderLines.Write(Path.Combine(workFolder, $"whole-{format}"), rows, format);
            RequireSameTotals(star, half, format);
            long peakOfHalf = PeakMemory.Of(() => star.Run(half));
            long peakOfWhole = PeakMemory.Of(() => star.Run(whole));
            long peakOfReference = PeakMemory.Of(() => Reference(star.NewFile(), whole, format));
            (IReadOnlyList<double> ours, IReadOnlyList<double> reference) = Pairing.InTurn(
                3, () => star.Run(whole), () => Reference(star.NewFile(), whole, format), warmUps: 0);
            string note = string.Create(
                CultureInfo.InvariantCulture,
                $"{rows:N0} rows, equal counts and sums; peak memory {peakOfWhole >> 20} MiB, of half the rows {peakOfHalf >> 20} MiB, of the reference {peakOfReference >> 20} MiB (limit of the engine {Settings.MemoryBytes >> 20} MiB)");
            yield return new RatioRow($"{format} into the star", ours, reference, goal, note);
        }
    }

    private static void Reference(string path, string folder, string format)
    {
        using (DuckDbConnection connection = Open(path))
        {
            connection.Execute($"CREATE TABLE sales_order_line ({string.Join(", ", FeedCatalogue.Find("sales_order_line")!.Columns.Select(column => $"{column.Name} {column.DuckDbType}"))})");
            connection.Execute($"INSERT INTO sales_order_line SELECT * FROM read_{format}('{Path.Combine(folder, "sales_order_line." + format)}'{(format == "csv" ? ", columns = " + OrderLines.CsvColumns : "")})");
            connection.Execute("CHECKPOINT");
        }

        File.Delete(path);
    }

    private static void RequireSameTotals(StarLoad star, string folder, string format)
    {
        string path = star.Keep(folder);
        using DuckDbConnection connection = Open(path);
        string ours = Totals(connection, "fact_sales_order_line");
        string source = Totals(connection, $"read_{format}('{Path.Combine(folder, "sales_order_line." + format)}')");
        if (ours != source)
        {
            throw new InvalidOperationException($"The star has {ours}, the file {source}.");
        }
    }

    private static string Totals(DuckDbConnection connection, string from)
    {
        using DuckDbCommand command = connection.CreateCommand(
            $"SELECT count(*) || ' ' || CAST(sum(CAST(net_amount AS DECIMAL(18, 4))) AS VARCHAR) || ' ' || CAST(sum(CAST(quantity AS DECIMAL(18, 4))) AS VARCHAR) FROM {from}");
        return (string)command.ExecuteScalar()!;
    }

    private static DuckDbConnection Open(string path)
    {
        DuckDbConnection connection = new($"DataSource={path};memory_limit={Settings.MemoryBytes}B;threads={Settings.Threads}");
        connection.Open();
        return connection;
    }
}
