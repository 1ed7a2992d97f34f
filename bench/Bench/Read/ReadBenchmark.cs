using System.Globalization;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Bench.Read;

/// <summary>Reads 1 million rows of 8 columns through the provider and through DuckDB's node client.</summary>
internal sealed class ReadBenchmark : IBenchmark
{
    private const int Pairs = 7;
    private const string Table = "reading";

    public string Name => "read";

    public string Question => "How fast does the provider read 1 million rows x 8 columns (bigint, date, 2 integers, decimal, double, timestamp, text), against the node client on a copy of the same file?";

    public IEnumerable<RatioRow> Run(string workFolder, double scale)
    {
        string ours = Path.Combine(workFolder, "ours.duckdb");
        string theirs = Path.Combine(workFolder, "theirs.duckdb");
        WriteTable(ours);
        File.Copy(ours, theirs);

        using DuckDbConnection connection = new($"DataSource={ours};threads=2");
        connection.Open();
        using NodeReader node = new(theirs, Table);
        yield return Compare("all cells typed by span, against rows", connection, node, "rows", SumOfSpans);
        yield return Compare("all cells typed by span, against columns", connection, node, "columns", SumOfSpans);
        yield return Compare("DbDataReader with typed getters, against rows", connection, node, "rows", SumOfGetters);
    }

    private static RatioRow Compare(string what, DuckDbConnection connection, NodeReader node, string shape, Func<DuckDbConnection, long> read)
    {
        long sum = read(connection);
        (_, long nodeSum) = node.Read(shape);
        if (sum != nodeSum)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{what}: ours gives {sum}, node gives {nodeSum}."));
        }

        // The node side counts its own seconds inside its process, so that starting it and talking to it cost nothing.
        List<double> oursSeconds = [];
        List<double> nodeSeconds = [];
        for (int pair = 0; pair < Pairs; pair++)
        {
            oursSeconds.Add(Pairing.Seconds(() => read(connection)));
            nodeSeconds.Add(node.Read(shape).Seconds);
        }

        return new RatioRow(what, oursSeconds, nodeSeconds, "faster than node", "sums equal");
    }

    private static void WriteTable(string path)
    {
        using DuckDbConnection connection = new($"DataSource={path};threads=2");
        connection.Open();
        connection.Execute($"""
            CREATE TABLE {Table} AS
            SELECT i AS id, DATE '2020-01-01' + CAST(i % 2000 AS INTEGER) AS day, CAST(i % 1000 AS INTEGER) AS product, CAST(i % 50000 AS INTEGER) AS customer,
                CAST(i % 100000 AS DECIMAL(18, 4)) / 4 AS amount, CAST(i AS DOUBLE) * 0.5 AS weight, TIMESTAMP '2020-01-01' + INTERVAL (i % 100000) SECOND AS moment,
                'order line ' || i AS label
            FROM range(1000000) AS numbers(i)
            """);
    }

    private static long SumOfSpans(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand($"SELECT * FROM {Table}");
        using ResultChunks chunks = command.ExecuteChunks(CancellationToken.None);
        long sum = 0;
        long rest = 0;
        while (chunks.MoveNext())
        {
            DataChunk chunk = chunks.Current;
            sum += Total(chunk.Vector(0).Values<long>());
            rest += Total(chunk.Vector(1).Values<int>()) + Total(chunk.Vector(2).Values<int>()) + Total(chunk.Vector(3).Values<int>());
            rest += Total(chunk.Vector(6).Values<long>());
            ColumnVector weights = chunk.Vector(5);
            foreach (double weight in weights.Values<double>())
            {
                rest += (long)weight;
            }

            ColumnVector amounts = chunk.Vector(4);
            ColumnVector labels = chunk.Vector(7);
            for (int row = 0; row < chunk.Count; row++)
            {
                rest += (long)amounts.Integer(row) + labels.Utf8(row).Length;
            }
        }

        GC.KeepAlive(rest);
        return sum;
    }

    private static long SumOfGetters(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand($"SELECT * FROM {Table}");
        using DuckDbDataReader reader = command.ExecuteReader();
        long sum = 0;
        long rest = 0;
        while (reader.Read())
        {
            sum += reader.GetInt64(0);
            rest += reader.GetFieldValue<DateOnly>(1).DayNumber + reader.GetInt32(2) + reader.GetInt32(3) + (long)reader.GetDecimal(4)
                + (long)reader.GetDouble(5) + reader.GetDateTime(6).Ticks + reader.GetString(7).Length;
        }

        GC.KeepAlive(rest);
        return sum;
    }

    private static long Total(ReadOnlySpan<long> values)
    {
        long sum = 0;
        foreach (long value in values)
        {
            sum += value;
        }

        return sum;
    }

    private static long Total(ReadOnlySpan<int> values)
    {
        long sum = 0;
        foreach (int value in values)
        {
            sum += value;
        }

        return sum;
    }
}
