using ProdSales.Feeds;
using ProdSales.Loading.Reports;
using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Tests;

/// <summary>An empty warehouse in a folder of its own, with a clock that stands on 2026-06-01 until it is moved.</summary>
internal sealed class TestWarehouse : IDisposable
{
    private static readonly WarehouseSettings Small = new() { MemoryBytes = 512L << 20, Threads = 2, Readers = 2 };

    private static readonly Lazy<byte[]> Empty = new(Migrated);

    private readonly TemporaryFolder _folder = new();
    private int _batches;

    internal TestWarehouse(string? file = null)
    {
        Clock = new FixedClock(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
        Path = file ?? _folder.File("warehouse.duckdb");
        if (!File.Exists(Path))
        {
            File.WriteAllBytes(Path, Empty.Value);
        }

        Database = WarehouseDatabase.Open(Path, Small, Clock);
        Loader = new WarehouseLoader(Database, Clock);
    }

    internal string Path { get; }

    internal FixedClock Clock { get; }

    internal WarehouseDatabase Database { get; }

    internal WarehouseLoader Loader { get; }

    /// <summary>Loads rows of any feeds as one batch of an identity of its own.</summary>
    internal LoadReport Load(params IEnumerable<FeedRow> rows) => Load(new LoadOptions { RefusedShareLimit = 1 }, rows);

    internal LoadReport Load(LoadOptions options, params IEnumerable<FeedRow> rows) =>
        LoadInputs(options, [.. rows.GroupBy(row => row.GetType()).Select(group => RowInput.Of(FeedCatalogue.All.Single(feed => feed.RecordType == group.Key), [.. group]))]);

    internal LoadReport LoadInputs(LoadOptions options, params IReadOnlyList<FeedInput> inputs) =>
        Loader.Load(new LoadRequest($"batch {++_batches}", "test", inputs), options);

    /// <summary>Gives a query's rows as texts, columns parted by a bar, NULL as a dash.</summary>
    internal string[] Query(string sql)
    {
        using ProdSales.Warehouse.Reading.ReaderLease lease = Database.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand(sql);
        using DuckDbDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "-" : Text(reader.GetValue(i)))));
        }

        return [.. rows];
    }

    internal string Value(string sql) => Assert.Single(Query(sql));

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }

    private static byte[] Migrated()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("empty.duckdb");
        using (WarehouseDatabase database = WarehouseDatabase.Open(path, Small))
        {
            SchemaMigrations.Apply(database);
        }

        return File.ReadAllBytes(path);
    }

    private static string Text(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
