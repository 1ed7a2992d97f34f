using System.Globalization;
using ProdSales.Sources.Mappings;
using ProdSales.Support;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Sources.Tests.Mappings;

/// <summary>A folder of source files, a staging database and the mapping that is tried on them.</summary>
public sealed class MappingRoom : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StagingDatabase _staging;

    public MappingRoom() => _staging = StagingDatabase.Open(Directory.CreateDirectory(_folder.File(".spool")).FullName);

    public string Folder => _folder.Path;

    public StagingDatabase Staging => _staging;

    public void Dispose()
    {
        _staging.Dispose();
        _folder.Dispose();
    }

    public MappingRoom With(string file, string text)
    {
        File.WriteAllText(_folder.File(file), text);
        return this;
    }

    public MappingCheck Check(string yaml, string? folder = null) => Mapping.FromText("test.yaml", yaml).Check(_staging, folder ?? Folder);

    public MappingCheck CheckFeeds() => FeedFolder.Check(_staging, Folder);

    public PreparedMapping Prepared(string yaml) => Right(Check(yaml));

    public PreparedMapping Shipped(string name, string folder) => Right(ShippedMappings.Find(name)!.Check(_staging, folder));

    /// <summary>The problems as an operator reads them.</summary>
    public string[] Problems(string yaml) => [.. Check(yaml).Problems.Select(problem => problem.ToString())];

    /// <summary>The values of one SELECT, a text a row, columns parted by a bar and null as ~.</summary>
    public string[] Rows(string sql)
    {
        using DuckDbCommand command = new(sql) { Connection = _staging.Connection };
        using DuckDbDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            IEnumerable<string> cells = Enumerable.Range(0, reader.FieldCount)
                .Select(i => reader.IsDBNull(i) ? "~" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!);
            rows.Add(string.Join('|', cells));
        }

        return [.. rows];
    }

    public void Execute(string sql)
    {
        using DuckDbCommand command = new(sql) { Connection = _staging.Connection };
        command.ExecuteNonQuery();
    }

    public static MappedFeed Feed(PreparedMapping mapping, string name) => mapping.Feeds.Single(feed => feed.Feed.Name == name);

    private static PreparedMapping Right(MappingCheck check)
    {
        Assert.Empty(check.Problems.Select(problem => problem.ToString()));
        return check.Prepared!;
    }
}
