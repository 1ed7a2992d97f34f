using ProdSales.Sources.Readers;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Sources.Mappings;

/// <summary>A DuckDB database in memory in which foreign files are staged, with the reader that stages them; it lives as long as one
/// load.</summary>
public sealed class StagingDatabase : IDisposable
{
    private StagingDatabase(DuckDbConnection connection, SourceReader reader)
    {
        Connection = connection;
        Reader = reader;
    }

    /// <summary>Gets the connection on which the SELECTs of a prepared mapping run.</summary>
    public DuckDbConnection Connection { get; }

    /// <summary>Gets the reader; views over transcoded files need it alive.</summary>
    public SourceReader Reader { get; }

    /// <summary>Opens an empty database.</summary>
    /// <param name="spoolParent">A folder for files that are unpacked or transcoded on their way; they are removed in the end.</param>
    /// <returns>The database, to be disposed by the caller.</returns>
    public static StagingDatabase Open(string spoolParent)
    {
        DuckDbConnection connection = new();
        connection.Open();
        return new StagingDatabase(connection, new SourceReader(spoolParent));
    }

    /// <summary>Closes the connection and removes what was spooled.</summary>
    public void Dispose()
    {
        Connection.Dispose();
        Reader.Dispose();
    }
}
