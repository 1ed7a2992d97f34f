using System.Globalization;
using System.Text;
using ProdSales.Sources.Readers;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench;

/// <summary>What it costs to stage a file and read every row with its line, beside DuckDB reading the same file without lines.</summary>
public sealed class StagedFilesBenchmark : IBenchmark
{
    private const int Pairs = 3;

    private static readonly string[] Columns = ["id", "customer", "ordered_on", "quantity", "amount", "currency", "note"];

    /// <inheritdoc/>
    public string Name => "staged-files";

    /// <inheritdoc/>
    public string Question => "Staging a file with its checks and reading all rows with their lines, against DuckDB's own reader with its dialect given and no checks.";

    /// <inheritdoc/>
    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        using DuckDbConnection connection = new("DataSource=:memory:");
        connection.Open();
        long rows = (long)(scale * 1_000_000);
        string csv = Path.Combine(workFolder, "orders.csv");
        string parquet = Path.Combine(workFolder, "orders.parquet");
        connection.Execute($"COPY ({Rows(rows)}) TO '{csv}' (HEADER)");
        connection.Execute($"COPY ({Rows(rows)}) TO '{parquet}'");
        string ownCsv = $"SELECT * FROM read_csv('{csv}', auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', columns = {{ {string.Join(", ", Columns.Select(column => $"'{column}': 'VARCHAR'"))} }})";
        string ownParquet = $"SELECT * FROM read_parquet('{parquet}')";

        yield return Measured("CSV, plain: a view", connection, workFolder, csv, ownCsv, rows, "speed at least 0.8 of the reference");
        yield return Measured("Parquet: a view", connection, workFolder, parquet, ownParquet, rows, "speed at least 0.9 of the reference");
        yield return Measured("CSV, gzip", connection, workFolder, Gzip(csv), ownCsv, rows, "none; the reference reads it unpacked");
        yield return Measured("CSV, GB18030", connection, workFolder, Chinese(csv), ownCsv, rows, "none; the reference cannot read it and reads UTF-8");
        yield return Measured("CSV, one ragged row at the end: a table", connection, workFolder, Ragged(csv), ownCsv, rows, "none; the reference reads the file without that row");
    }

    private static RatioRow Measured(string what, DuckDbConnection connection, string folder, string path, string own, long rows, string goal)
    {
        long count = 0;
        long ownCount = 0;
        (IReadOnlyList<double> ours, IReadOnlyList<double> reference) = Pairing.InTurn(
            Pairs,
            () =>
            {
                using SourceReader reader = new(folder);
                reader.Stage(connection, "staged", new SourceFile(path, Path.GetFileName(path), new ReadOptions()), CancellationToken.None);
                count = Drain(connection, "SELECT * FROM staged");
            },
            () => ownCount = Drain(connection, own));
        return count == rows && ownCount == rows
            ? new RatioRow(what, ours, reference, goal, string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, {new FileInfo(path).Length >> 20} MiB"))
            : throw new InvalidOperationException($"{what}: {count} and {ownCount} rows were read of {rows}.");
    }

    private static long Drain(DuckDbConnection connection, string sql)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        command.IsStreaming = true;
        using ResultChunks chunks = command.ExecuteChunks();
        long count = 0;
        while (chunks.MoveNext())
        {
            count += chunks.Current.Count;
        }

        return count;
    }

    private static string Rows(long rows) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT i AS id, 'C' || (i % 5000) AS customer, DATE '2020-01-01' + (i % 1000)::INTEGER AS ordered_on, (i % 97) + 0.25 AS quantity,
          (i % 1000) * 1.5 AS amount, 'EUR' AS currency, 'note ' || i AS note FROM range({rows}) AS r(i)
        """);

    private static string Gzip(string csv)
    {
        using FileStream source = File.OpenRead(csv);
        using FileStream target = File.Create(csv + ".gz");
        using System.IO.Compression.GZipStream packed = new(target, System.IO.Compression.CompressionLevel.Fastest);
        source.CopyTo(packed);
        return csv + ".gz";
    }

    private static string Chinese(string csv)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string path = Path.ChangeExtension(csv, ".gb.csv");
        using StreamReader source = new(csv);
        using StreamWriter target = new(path, append: false, Encoding.GetEncoding("gb18030"));
        while (source.ReadLine() is { } line)
        {
            target.Write(line.Replace("note", "备注", StringComparison.Ordinal) + "\n");
        }

        return path;
    }

    private static string Ragged(string csv)
    {
        string path = Path.ChangeExtension(csv, ".ragged.csv");
        File.Copy(csv, path);
        File.AppendAllText(path, "1,2,3\n");
        return path;
    }
}
