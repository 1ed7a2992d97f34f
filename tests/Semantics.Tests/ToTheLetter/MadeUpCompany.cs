using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading;
using ProdSales.SemanticsTests.ByHand;
using ProdSales.SemanticsTests.SmallPlant;
using ProdSales.Support;
using ProdSales.Warehouse.Provider;

namespace ProdSales.SemanticsTests.ToTheLetter;

/// <summary>The rows of <c>random-company.sql</c> twice: loaded through the feeds into a warehouse, and under the views of the definitions in a database beside it.</summary>
public sealed class MadeUpCompany : LoadedCompany
{
    private readonly TemporaryFolder _beside;
    private readonly Lazy<DuckDbConnection> _views;

    public MadeUpCompany()
        : this(new TemporaryFolder())
    {
    }

    private MadeUpCompany(TemporaryFolder folder)
        : base(Inputs(folder.File("feeds.duckdb")))
    {
        _beside = folder;
        _views = new(() => WithViews(folder.File("feeds.duckdb")));
    }

    /// <summary>The database with the views.</summary>
    internal DuckDbConnection Views => _views.Value;

    public override void Dispose()
    {
        if (_views.IsValueCreated)
        {
            _views.Value.Dispose();
        }

        base.Dispose();
        _beside.Dispose();
        GC.SuppressFinalize(this);
    }

    private static DuckDbConnection WithViews(string path)
    {
        DuckDbConnection connection = Open(path);
        Run(connection, File.ReadAllText(Repository.SharedKpiViews!));
        Run(connection, Script("kpi-star.sql"));
        return connection;
    }

    private static FeedInput[] Inputs(string path)
    {
        using DuckDbConnection connection = Open(path);
        Run(connection, Script("random-company.sql"));
        ILookup<string, string> columns = ResultRows.Read(connection, "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'feed'").ToLookup(row => row[0], row => row[1], StringComparer.Ordinal);
        return [.. columns.Select(table => InputOf(path, FeedCatalogue.Find(table.Key)!, [.. table]))];
    }

    private static FeedInput InputOf(string path, Feed feed, string[] columns)
    {
        Assert.Empty(columns.Where(name => feed.Column(name) is null));
        IEnumerable<string> cells = feed.Columns.Select(column => $"CAST({Cell(column.Name, columns)} AS {column.DuckDbType}) AS \"{column.Name}\"");
        string select = string.Create(CultureInfo.InvariantCulture, $"SELECT {string.Join(", ", cells)}, '{feed.Name}' AS _file, CAST(row_number() OVER () AS BIGINT) AS _line, CAST(NULL AS VARCHAR) AS _error FROM feed.{feed.Name}");
        return new FeedInput
        {
            Feed = feed,
            Origin = feed.Name,
            Open = token =>
            {
                DuckDbCommand command = Open(path).CreateCommand(select);
                command.IsStreaming = true;
                return command.ExecuteChunks(token);
            },
        };
    }

    private static string Cell(string column, string[] columns) =>
        columns.Contains(column) ? $"\"{column}\""
        : column == "source_system" ? "'erp'"
        : column == "version" ? "1"
        : "NULL";

    private static DuckDbConnection Open(string path)
    {
        DuckDbConnection connection = new($"DataSource={path};threads=1;memory_limit=256MB");
        connection.Open();
        return connection;
    }

    private static void Run(DuckDbConnection connection, string script)
    {
        using DuckDbCommand command = connection.CreateCommand(script);
        command.ExecuteNonQuery();
    }

    private static string Script(string name) => File.ReadAllText(Repository.PathOf("tests", "Semantics.Tests", "ToTheLetter", name));
}
