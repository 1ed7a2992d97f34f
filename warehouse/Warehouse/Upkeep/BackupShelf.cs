using ProdSales.Warehouse.Engine;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Warehouse.Upkeep;

/// <summary>Makes backups of a warehouse while it is in use, and checks each by opening it.</summary>
public sealed class BackupShelf
{
    private const string Attached = "backup_target";

    private readonly WarehouseDatabase _database;

    internal BackupShelf(WarehouseDatabase database) => _database = database;

    /// <summary>Writes everything that is committed now to a file of the backup folder; readers and writers go on.</summary>
    /// <param name="name">A file name without folder, such as <c>2026-11-21.duckdb</c>; the file must not exist.</param>
    /// <param name="cancellationToken">Interrupts the backup; what was written is deleted.</param>
    /// <exception cref="ArgumentException">The name has a folder in it.</exception>
    /// <exception cref="InvalidOperationException">The file exists, or the warehouse is in memory.</exception>
    /// <exception cref="WarehouseException">The backup could not be written, or does not hold the rows of the warehouse.</exception>
    public async Task<BackupReport> WriteAsync(string name, CancellationToken cancellationToken = default)
    {
        string path = PathOf(name);
        using ReaderLease lease = await _database.Readers.LeaseAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Write(lease.Connection, path, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            File.Delete(path);
            File.Delete(path + ".wal");
            throw;
        }
    }

    private static BackupReport Write(DuckDbConnection connection, string path, CancellationToken token)
    {
        TimeSpan timeout = connection.StatementTimeout;
        connection.StatementTimeout = TimeSpan.Zero;
        try
        {
            Dictionary<string, long> rows = Copy(connection, path, token);
            Dictionary<string, long> copied = RowsOf(path);
            token.ThrowIfCancellationRequested();
            string[] differing = [.. rows.Keys.Union(copied.Keys, StringComparer.Ordinal).Where(t => rows.GetValueOrDefault(t, -1) != copied.GetValueOrDefault(t, -1))];
            return differing.Length == 0
                ? new BackupReport(path, new FileInfo(path).Length, rows)
                : throw new WarehouseException($"The backup {path} differs from the warehouse in {string.Join(", ", differing)}.", kind: WarehouseErrorKind.Corrupt);
        }
        finally
        {
            connection.StatementTimeout = timeout;
        }
    }

    private static Dictionary<string, long> Copy(DuckDbConnection connection, string path, CancellationToken token)
    {
        string source = Quoted((string)Scalar(connection, "SELECT current_database()"));
        connection.Execute($"ATTACH '{path.Replace("'", "''", StringComparison.Ordinal)}' AS {Attached}");
        try
        {
            using DuckDbTransaction snapshot = connection.BeginTransaction();
            Dictionary<string, long> rows = RowsOf(connection);
            using DuckDbCommand copy = connection.CreateCommand($"COPY FROM DATABASE {source} TO {Attached}");
            copy.ExecuteNonQuery(token);
            snapshot.Commit();
            return rows;
        }
        finally
        {
            connection.Execute($"DETACH {Attached}");
        }
    }

    private static Dictionary<string, long> RowsOf(string path)
    {
        EngineInstance engine = OpenEngines.OpenAlone(path, new Dictionary<string, string>(StringComparer.Ordinal) { ["access_mode"] = "READ_ONLY" });
        try
        {
            using var connection = new DuckDbConnection(engine);
            return RowsOf(connection);
        }
        finally
        {
            OpenEngines.Release(engine);
        }
    }

    private static Dictionary<string, long> RowsOf(DuckDbConnection connection)
    {
        var tables = new List<(string Schema, string Name)>();
        using (DuckDbCommand list = connection.CreateCommand(
            "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = current_database() AND NOT temporary ORDER BY schema_name, table_name"))
        using (DuckDbDataReader reader = list.ExecuteReader())
        {
            while (reader.Read())
            {
                tables.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        return tables.ToDictionary(
            t => $"{t.Schema}.{t.Name}",
            t => (long)Scalar(connection, $"SELECT count(*) FROM {Quoted(t.Schema)}.{Quoted(t.Name)}"),
            StringComparer.Ordinal);
    }

    private static object Scalar(DuckDbConnection connection, string sql)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        return command.ExecuteScalar()!;
    }

    private static string Quoted(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private string PathOf(string name)
    {
        if (name != Path.GetFileName(name) || name.Length == 0)
        {
            throw new ArgumentException($"A backup is named by a file name without folder, not \"{name}\".", nameof(name));
        }

        if (OpenEngines.IsInMemory(_database.Path))
        {
            throw new InvalidOperationException("A warehouse in memory has no backups.");
        }

        string path = Path.Combine(_database.BackupFolder, name);
        return File.Exists(path) ? throw new InvalidOperationException($"The backup {path} exists already.") : path;
    }
}
