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

namespace ProdSales.Planning.Tests;

/// <summary>A warehouse with rows of the demo company, on a clock that stands.</summary>
public sealed class PlanStar : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _batches;

    internal PlanStar(params IEnumerable<FeedRow> rows)
    {
        Clock = new FixedClock(new DateTimeOffset(2026, 11, 1, 6, 0, 0, TimeSpan.Zero));
        Database = WarehouseDatabase.Open(_folder.File("plan.duckdb"), new WarehouseSettings { MemoryBytes = 1L << 30, Threads = 2, Readers = 2 }, Clock);
        SchemaMigrations.Apply(Database);
        Load(rows);
    }

    internal FixedClock Clock { get; }

    internal WarehouseDatabase Database { get; }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }

    internal static IEnumerable<FeedRow> Company(double scale, int years) => new DemoCompany(new DemoOptions { Scale = scale, Years = years }).Rows();

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
