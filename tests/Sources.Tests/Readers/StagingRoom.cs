using System.Text;
using ProdSales.Sources.Readers;
using ProdSales.Support;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Sources.Tests.Readers;

/// <summary>A staging database, a reader and a folder for the files of one test.</summary>
public sealed class StagingRoom : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SourceReader _reader;

    public StagingRoom()
    {
        Connection = new DuckDbConnection("DataSource=:memory:");
        Connection.Open();
        _reader = new SourceReader(_folder.File("spool"));
    }

    public DuckDbConnection Connection { get; }

    public string Spool => _folder.File("spool");

    public string PathOf(string name) => _folder.File(name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    public StagedTable Stage(string name, string content, ReadOptions? options = null) => Stage(name, Encoding.UTF8.GetBytes(content), options);

    public StagedTable Stage(string name, byte[] content, ReadOptions? options = null) => StagePath(Write(name, content), options);

    public StagedTable StagePath(string path, ReadOptions? options = null) =>
        _reader.Stage(Connection, "staged", new SourceFile(path, Path.GetFileName(path), options ?? new ReadOptions()), CancellationToken.None);

    public SourceFileException Refusal(string name, string content, ReadOptions? options = null) => Refusal(name, Encoding.UTF8.GetBytes(content), options);

    public SourceFileException Refusal(string name, byte[] content, ReadOptions? options = null) => RefusalOf(Write(name, content), options);

    public SourceFileException RefusalOf(string path, ReadOptions? options = null) => Assert.Throws<SourceFileException>(() => StagePath(path, options));

    /// <summary>The staged rows as text, one a row: the line, a colon, and the fields parted by bars; NULL as ~.</summary>
    public string[] Rows()
    {
        string[] names = [.. Strings("SELECT column_name FROM (DESCRIBE staged)").Where(name => name is not ("_file" or "_line"))];
        string fields = string.Join(", ", names.Select(name => $"coalesce(\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"::VARCHAR, '~')"));
        return Strings($"SELECT _line || ': ' || concat_ws('|', {fields}) FROM staged");
    }

    public string[] Strings(string sql)
    {
        using DuckDbDataReader reader = Connection.CreateCommand(sql).ExecuteReader();
        List<string> texts = [];
        while (reader.Read())
        {
            texts.Add(reader.IsDBNull(0) ? "~" : Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture)!);
        }

        return [.. texts];
    }

    public string Scalar(string sql) => Strings(sql)[0];

    public bool IsView() => Scalar("SELECT table_type FROM information_schema.tables WHERE table_name = 'staged'") is "VIEW";

    public void DisposeReader() => _reader.Dispose();

    public void Dispose()
    {
        Connection.Dispose();
        _reader.Dispose();
        _folder.Dispose();
    }
}
