using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading;
using ProdSales.Loading.Reports;
using ProdSales.Support;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Migrating;
using ProdSales.Warehouse.Provider;
using YamlDotNet.Serialization;

namespace ProdSales.SemanticsTests.ByHand;

/// <summary>Rows of feeds, loaded into a warehouse of their own.</summary>
public class LoadedCompany : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Loads the rows.</summary>
    /// <param name="feeds">Rows by the name of their feed; a column that a row leaves out is null, and the source and version have usual values.</param>
    internal LoadedCompany(IReadOnlyDictionary<string, List<Dictionary<string, string>>> feeds)
        : this(InputsOf(feeds))
    {
    }

    /// <summary>Loads files of rows, one batch each.</summary>
    /// <param name="files">The files, from the folder of these tests.</param>
    internal LoadedCompany(params string[] files)
        : this([.. files.Select(RowsOf).Select(InputsOf)])
    {
    }

    /// <summary>Loads what is ready to be read.</summary>
    internal LoadedCompany(params IReadOnlyList<FeedInput>[] batches)
    {
        FixedClock clock = new(new DateTimeOffset(2025, 7, 1, 0, 0, 0, TimeSpan.Zero));
        Database = WarehouseDatabase.Open(_folder.File("warehouse.duckdb"), new WarehouseSettings { MemoryBytes = 512L << 20, Threads = 2, Readers = 2 }, clock);
        SchemaMigrations.Apply(Database);
        foreach ((int number, IReadOnlyList<FeedInput> inputs) in batches.Index())
        {
            LoadReport report = new WarehouseLoader(Database, clock).Load(new LoadRequest($"small company {number}", "test", inputs), new LoadOptions());
            Assert.Equal(LoadOutcome.Committed, report.Outcome);
            Assert.All(report.Feeds, feed => Assert.Empty(feed.Reasons));
        }
    }

    internal WarehouseDatabase Database { get; }

    public virtual void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private static Dictionary<string, List<Dictionary<string, string>>> RowsOf(string file) =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<Dictionary<string, string>>>>(File.ReadAllText(Repository.PathOf("tests", "Semantics.Tests", file)));

    private static IReadOnlyList<FeedInput> InputsOf(IReadOnlyDictionary<string, List<Dictionary<string, string>>> feeds) =>
        [.. feeds.Select(feed => InputOf(FeedCatalogue.All.Single(known => known.Name == feed.Key), feed.Value))];

    private static FeedInput InputOf(Feed feed, List<Dictionary<string, string>> rows) => new()
    {
        Feed = feed,
        Origin = $"{feed.Name}.csv",
        Open = token =>
        {
            DuckDbConnection connection = new("DataSource=:memory:;threads=1;memory_limit=128MB");
            connection.Open();
            DuckDbCommand command = connection.CreateCommand(string.Join("\nUNION ALL\n", rows.Select((row, index) => Select(feed, row, index))));
            command.IsStreaming = true;
            return command.ExecuteChunks(token);
        },
    };

    private static string Select(Feed feed, Dictionary<string, string> row, int index)
    {
        Assert.Empty(row.Keys.Where(name => feed.Column(name) is null));
        IEnumerable<string> cells = feed.Columns.Select(column => $"CAST({Cell(row, column.Name)} AS {column.DuckDbType}) AS \"{column.Name}\"");
        return string.Create(CultureInfo.InvariantCulture, $"SELECT {string.Join(", ", cells)}, '{feed.Name}.csv' AS _file, CAST({index + 2} AS BIGINT) AS _line, CAST(NULL AS VARCHAR) AS _error");
    }

    private static string Cell(Dictionary<string, string> row, string column) =>
        row.TryGetValue(column, out string? value) ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"
        : column == "source_system" ? "'erp'"
        : column == "version" ? "'1'"
        : "NULL";
}
