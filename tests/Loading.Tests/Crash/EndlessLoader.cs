using System.Diagnostics;
using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Reports;
using ProdSales.Warehouse;

namespace ProdSales.Loading.Tests.Crash;

/// <summary>This assembly as a process of its own, which loads batch after batch until it is killed, and tells each one that is committed.</summary>
internal sealed class EndlessLoader : IDisposable
{
    private const int OrdersPerBatch = 400;

    private readonly Process _process;

    private EndlessLoader(Process process) => _process = process;

    /// <summary>Starts it.</summary>
    internal static EndlessLoader Start(string path, int firstBatch)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(EndlessLoader).Assembly.Location, path, firstBatch.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new EndlessLoader(Process.Start(start)!);
    }

    /// <summary>Reads what it tells until it has been killed, after so many batches and a while.</summary>
    /// <returns>The last batch that it said was committed; null when it said none.</returns>
    internal int? RunUntilKilled(int batches, TimeSpan andThen)
    {
        int? last = null;
        for (int told = 0; told < batches && _process.StandardOutput.ReadLine() is { } line; told++)
        {
            last = int.Parse(line, CultureInfo.InvariantCulture);
        }

        Thread.Sleep(andThen);
        _process.Kill();
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            last = int.Parse(line, CultureInfo.InvariantCulture);
        }

        _process.WaitForExit();
        return last;
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>What it says on its error output.</returns>
    internal string ErrorOf()
    {
        string error = _process.StandardError.ReadToEnd();
        _process.WaitForExit();
        return error;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    /// <summary>The identity of a batch.</summary>
    internal static string IdentityOf(int batch) => string.Create(CultureInfo.InvariantCulture, $"batch {batch}");

    /// <summary>Loads one batch: 400 new order lines, 40 corrections of the batch before, one new customer, deliveries that complete the batch's schedule lines.</summary>
    internal static LoadReport LoadBatch(WarehouseDatabase database, int batch, int orders = OrdersPerBatch)
    {
        string b = batch.ToString(CultureInfo.InvariantCulture);
        string before = (batch - 1).ToString(CultureInfo.InvariantCulture);
        string own = string.Create(CultureInfo.InvariantCulture, $"FROM range({orders}) AS t(i)");
        string corrected = batch > 1 ? $" UNION ALL SELECT '{before}-' || i, 2, i + 1000, '{before}' FROM range(40) AS t(i)" : "";
        FeedInput[] inputs =
        [
            Input("customer", $"SELECT 'C{b}' AS source_id, 1 AS version, 'Customer {b}' AS name"),
            Input("sales_order_line", $"""
                SELECT id AS source_id, v AS version, DATE '2026-01-01' AS ordered_date, id AS order_id, 'C' || c AS customer_id, 'P1' AS product_id,
                    1 AS quantity, net AS net_amount, 'CNY' AS currency
                FROM (SELECT '{b}-' || i AS id, 1 AS v, i AS net, '{b}' AS c {own}{corrected})
                """),
            Input("schedule_line", $"SELECT 'S{b}-' || i AS source_id, 1 AS version, 'O' AS order_id, 'P1' AS product_id, DATE '2026-02-01' AS first_commit_date, 2 AS ordered_quantity {own}"),
            Input("delivery", $"SELECT 'D{b}-' || i AS source_id, 1 AS version, 'S{b}-' || i AS schedule_line_id, DATE '2026-01-20' AS delivered_date, 2 AS quantity {own}"),
        ];
        return new WarehouseLoader(database, TimeProvider.System).Load(new LoadRequest(IdentityOf(batch), "endless", inputs));
    }

    private static FeedInput Input(string name, string select)
    {
        Feed feed = FeedCatalogue.Find(name)!;
        string given = $"SELECT 'erp' AS source_system, * FROM ({select})";
        string[] all = [.. feed.Columns.Select(column => $"CAST(NULL AS {column.DuckDbType}) AS \"{column.Name}\"")];
        string columns = string.Join(", ", feed.Columns.Select(column => $"CAST(\"{column.Name}\" AS {column.DuckDbType}) AS \"{column.Name}\""));
        return RowInput.FromSql(feed, $"""
            SELECT {columns}, 'made' AS _file, CAST(NULL AS BIGINT) AS _line, CAST(NULL AS VARCHAR) AS _error
            FROM ((SELECT {string.Join(", ", all)} LIMIT 0) UNION ALL BY NAME ({given}))
            """);
    }

    private static void Main(string[] args)
    {
        using WarehouseDatabase database = WarehouseDatabase.Open(args[0], new WarehouseSettings { MemoryBytes = 256L << 20, LogBytes = 1L << 20 });
        for (int batch = int.Parse(args[1], CultureInfo.InvariantCulture); ; batch++)
        {
            LoadReport report = LoadBatch(database, batch);
            if (report.Outcome is LoadOutcome.Refused)
            {
                throw new InvalidOperationException(string.Join(" ", report.Refusals.Select(refusal => refusal.Message)));
            }

            Console.WriteLine(batch);
        }
    }
}
