using ProdSales.Feeds;
using ProdSales.Loading;
using ProdSales.Loading.Intake;
using ProdSales.Loading.Reports;
using ProdSales.Simulation;
using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Plants;

/// <summary>A warehouse with rows of the demo company, on a clock that stands.</summary>
public sealed class DemoStar : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _batches;

    /// <summary>How the machine is used unless a test says otherwise.</summary>
    public static readonly WarehouseSettings Machine = new() { MemoryBytes = 1L << 30, Threads = 2, Readers = 2 };

    private static readonly Lazy<byte[]> SmallFile = new(() =>
    {
        using DemoStar made = new(Company(0.1));
        made.Database.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
        made.Database.Dispose();
        return File.ReadAllBytes(made._folder.File("demo.duckdb"));
    });

    /// <summary>Opens a new warehouse and loads rows into it as one batch.</summary>
    /// <param name="rows">Rows of any feeds; none leaves the tables empty.</param>
    /// <exception cref="InvalidOperationException">The load refused a row.</exception>
    public DemoStar(params IEnumerable<FeedRow> rows)
        : this()
    {
        SchemaMigrations.Apply(Database);
        if (rows.Any())
        {
            Load(rows);
        }
    }

    private DemoStar(byte[]? file = null, string? at = null, WarehouseSettings? settings = null)
    {
        string path = at ?? _folder.File("demo.duckdb");
        if (file is not null)
        {
            File.WriteAllBytes(path, file);
        }

        Clock = new FixedClock(new DateTimeOffset(2026, 11, 1, 6, 0, 0, TimeSpan.Zero));
        Database = WarehouseDatabase.Open(path, settings ?? Machine, Clock);
    }

    /// <summary>Gets the clock of the warehouse, which stands at the first of November 2026 until a test moves it.</summary>
    public FixedClock Clock { get; }

    /// <summary>Gets the warehouse.</summary>
    public WarehouseDatabase Database { get; }

    /// <summary>The company of a tenth of the usual size: loaded once, and a copy of its file for each who asks.</summary>
    /// <param name="at">Where the copy goes; a folder of its own when null.</param>
    /// <param name="settings">How it is opened; <see cref="Machine"/> when null.</param>
    public static DemoStar Small(string? at = null, WarehouseSettings? settings = null) => new(SmallFile.Value, at, settings);

    /// <summary>Closes the warehouse and removes its folder.</summary>
    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }

    /// <summary>The rows of the demo company of seed 1.</summary>
    /// <param name="scale">Its size; 1 is the usual one.</param>
    /// <param name="years">How many years it has had.</param>
    public static IEnumerable<FeedRow> Company(double scale, int years = 3) => new DemoCompany(new DemoOptions { Scale = scale, Years = years }).Rows();

    /// <summary>Loads rows as a batch of their own.</summary>
    /// <param name="rows">Rows of any feeds.</param>
    /// <exception cref="InvalidOperationException">The load refused a row.</exception>
    public void Load(params IEnumerable<FeedRow> rows)
    {
        FeedInput[] inputs =
        [
            .. rows.GroupBy(row => row.GetType()).Select(group => MadeRows.Of(FeedCatalogue.All.Single(feed => feed.RecordType == group.Key), [.. group], "demo")),
        ];
        LoadReport report = new WarehouseLoader(Database, Clock).Load(new LoadRequest($"batch {++_batches}", "demo", inputs));
        string[] faults =
        [
            .. report.Refusals.Select(refusal => refusal.Message.ToString()),
            .. report.Feeds.SelectMany(feed => feed.Reasons.Select(reason => $"{feed.Feed}: {reason}")),
        ];
        if (report.Outcome is not LoadOutcome.Committed || faults.Length > 0)
        {
            throw new InvalidOperationException($"The load ended as {report.Outcome}: {string.Join("; ", faults)}");
        }
    }

    /// <summary>Changes rows as nothing but a test may.</summary>
    public void Change(string sql) => Database.Writer.Write(open =>
    {
        using DuckDbCommand command = open.Connection.CreateCommand(sql);
        command.ExecuteNonQuery();
    });

    /// <summary>Reads rows.</summary>
    /// <param name="sql">One SELECT.</param>
    /// <returns>Each row as its values in invariant text, parted by <c>|</c>; null is <c>-</c>.</returns>
    public string[] Query(string sql)
    {
        using ReaderLease lease = Database.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand(sql);
        using DuckDbDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "-" : FormattableString.Invariant($"{reader.GetValue(i)}"))));
        }

        return [.. rows];
    }
}
