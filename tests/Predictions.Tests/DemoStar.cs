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

namespace ProdSales.Predictions.Tests;

/// <summary>A warehouse with rows of the demo company, on a clock that stands.</summary>
public sealed class DemoStar : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _batches;

    /// <summary>How the machine is used unless a test says otherwise.</summary>
    internal static readonly WarehouseSettings Machine = new() { MemoryBytes = 1L << 30, Threads = 2, Readers = 2 };

    private static readonly Lazy<byte[]> SmallFile = new(() =>
    {
        using DemoStar made = new(Company(0.1));
        made.Database.Maintenance.CheckpointAsync().GetAwaiter().GetResult();
        made.Database.Dispose();
        return File.ReadAllBytes(made._folder.File("demo.duckdb"));
    });

    internal DemoStar(params IEnumerable<FeedRow> rows)
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

    internal FixedClock Clock { get; }

    internal WarehouseDatabase Database { get; }

    /// <summary>The company of a tenth of the usual size: loaded once, and a copy of its file for each who asks.</summary>
    /// <param name="at">Where the copy goes; a folder of its own when null.</param>
    /// <param name="settings">How it is opened; <see cref="Machine"/> when null.</param>
    internal static DemoStar Small(string? at = null, WarehouseSettings? settings = null) => new(SmallFile.Value, at, settings);

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }

    internal static IEnumerable<FeedRow> Company(double scale, int years = 3) => new DemoCompany(new DemoOptions { Scale = scale, Years = years }).Rows();

    internal void Load(params IEnumerable<FeedRow> rows)
    {
        FeedInput[] inputs =
        [
            .. rows.GroupBy(row => row.GetType()).Select(group => MadeRows.Of(FeedCatalogue.All.Single(feed => feed.RecordType == group.Key), [.. group], "demo")),
        ];
        LoadReport report = new WarehouseLoader(Database, Clock).Load(new LoadRequest($"batch {++_batches}", "demo", inputs));
        Assert.True(report.Outcome is LoadOutcome.Committed, string.Join("; ", report.Refusals.Select(refusal => refusal.Message)));
        Assert.All(report.Feeds, feed => Assert.Empty(feed.Reasons));
    }

    /// <summary>Changes rows as nothing but a test may.</summary>
    internal void Change(string sql) => Database.Writer.Write(open =>
    {
        using DuckDbCommand command = open.Connection.CreateCommand(sql);
        command.ExecuteNonQuery();
    });

    internal string[] Query(string sql)
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
