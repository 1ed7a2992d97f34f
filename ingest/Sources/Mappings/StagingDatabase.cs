using System.Data.Common;
using System.Globalization;
using ProdSales.Sources.Readers;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Sources.Mappings;

/// <summary>A DuckDB database in memory in which foreign files are staged, with the reader that stages them; it lives as long as one
/// load.</summary>
/// <remarks>It takes a quarter of the machine's memory at most, beside the warehouse, and spills what is more into the reader's folder.</remarks>
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
        SourceReader reader = new(spoolParent);
        DuckDbConnection connection = new(Settings(reader.SpoolFolder));
        try
        {
            connection.Open();
            return new StagingDatabase(connection, reader);
        }
        catch
        {
            connection.Dispose();
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Leaves half of the processors to the writing of the rows that are read from now on.</summary>
    /// <remarks>
    /// A thread that waits for the others of its statement does not sleep, so more threads than processors take time from the writing: on
    /// two processors a load from CSV took 1.2 times as long.
    /// </remarks>
    internal void ShareProcessors() =>
        Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"SET threads = {Math.Max(1, Environment.ProcessorCount / 2)}"));

    private static string Settings(string spool)
    {
        long bytes = Math.Max(256L << 20, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);
        DbConnectionStringBuilder settings = new()
        {
            ["DataSource"] = ":memory:",
            ["memory_limit"] = string.Create(CultureInfo.InvariantCulture, $"{bytes}B"),
            ["temp_directory"] = Path.Combine(spool, "spill"),
        };
        return settings.ConnectionString;
    }

    /// <summary>Closes the connection and removes what was spooled.</summary>
    public void Dispose()
    {
        Connection.Dispose();
        Reader.Dispose();
    }
}
