using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading;
using ProdSales.Loading.Reports;
using ProdSales.Sources.Mappings;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench.Load;

/// <summary>Loads order lines from Parquet and CSV, beside the engine's own reading of the same file into a table of the same shape.</summary>
public sealed class LoadBenchmark : IBenchmark
{
    private static readonly WarehouseSettings Settings = new() { MemoryBytes = 1L << 30 };

    private int _files;

    /// <inheritdoc/>
    public string Name => "load";

    /// <inheritdoc/>
    public string Question =>
        "Order lines from a file into the star (row checks, keys of the version of the day, regions, ledger, reconciliation, checkpoint), against DuckDB's INSERT ... SELECT of the same file and CHECKPOINT.";

    /// <inheritdoc/>
    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        long rows = (long)(scale * 1_000_000);
        string masters = OrderLines.WriteMasters(Path.Combine(workFolder, "masters"));
        string template = Template(workFolder, masters);
        foreach ((string format, string goal) in new[] { ("parquet", "speed at least 0.35"), ("csv", "speed at least 0.5") })
        {
            string half = OrderLines.Write(Path.Combine(workFolder, $"half-{format}"), rows / 2, format);
            string whole = OrderLines.Write(Path.Combine(workFolder, $"whole-{format}"), rows, format);
            RequireSameTotals(workFolder, template, half, format);
            long peakOfHalf = PeakMemory.Of(() => Ours(workFolder, template, half));
            long peakOfWhole = PeakMemory.Of(() => Ours(workFolder, template, whole));
            long peakOfReference = PeakMemory.Of(() => Reference(workFolder, whole, format));
            (IReadOnlyList<double> ours, IReadOnlyList<double> reference) = Pairing.InTurn(
                3, () => Ours(workFolder, template, whole), () => Reference(workFolder, whole, format), warmUps: 0);
            string note = string.Create(
                CultureInfo.InvariantCulture,
                $"{rows:N0} rows, equal counts and sums; peak memory {peakOfWhole >> 20} MiB, of half the rows {peakOfHalf >> 20} MiB, of the reference {peakOfReference >> 20} MiB (limit of the engine {Settings.MemoryBytes >> 20} MiB)");
            yield return new RatioRow($"{format} into the star", ours, reference, goal, note);
        }
    }

    private static string Template(string workFolder, string masters)
    {
        string path = Path.Combine(workFolder, "template.duckdb");
        using WarehouseDatabase database = WarehouseDatabase.Open(path, Settings);
        SchemaMigrations.Apply(database);
        LoadFolder(database, masters);
        database.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
        return path;
    }

    private static void LoadFolder(WarehouseDatabase database, string folder)
    {
        using StagingDatabase staging = StagingDatabase.Open(Path.GetDirectoryName(folder)!);
        MappingCheck check = FeedFolder.Check(staging, folder);
        FeedInput[] inputs = [.. check.Prepared!.Feeds.Select(feed => new FeedInput { Feed = feed.Feed, Origin = feed.Origin, Open = feed.Open })];
        LoadReport report = new WarehouseLoader(database, TimeProvider.System).Load(new LoadRequest(folder, folder, inputs));
        if (report.Outcome is not LoadOutcome.Committed)
        {
            throw new InvalidOperationException($"The load of {folder} was refused: {string.Join(" ", report.Refusals.Select(refusal => refusal.Message))}");
        }
    }

    private void Ours(string workFolder, string template, string folder) => File.Delete(OursKept(workFolder, template, folder));

    private string OursKept(string workFolder, string template, string folder)
    {
        string path = NewFile(workFolder);
        File.Copy(template, path);
        using WarehouseDatabase database = WarehouseDatabase.Open(path, Settings);
        LoadFolder(database, folder);
        database.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
        return path;
    }

    private void Reference(string workFolder, string folder, string format)
    {
        string path = NewFile(workFolder);
        using (DuckDbConnection connection = Open(path))
        {
            connection.Execute($"CREATE TABLE sales_order_line ({string.Join(", ", FeedCatalogue.Find("sales_order_line")!.Columns.Select(column => $"{column.Name} {column.DuckDbType}"))})");
            connection.Execute($"INSERT INTO sales_order_line SELECT * FROM read_{format}('{Path.Combine(folder, "sales_order_line." + format)}'{(format == "csv" ? ", columns = " + OrderLines.CsvColumns : "")})");
            connection.Execute("CHECKPOINT");
        }

        File.Delete(path);
    }

    private void RequireSameTotals(string workFolder, string template, string folder, string format)
    {
        string path = OursKept(workFolder, template, folder);
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

    private string NewFile(string workFolder) => Path.Combine(workFolder, string.Create(CultureInfo.InvariantCulture, $"run-{++_files}.duckdb"));
}
