using System.Globalization;
using ProdSales.Warehouse.Migrating;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Rollups;

/// <summary>Which rollups a warehouse keeps.</summary>
public static class RollupCatalogue
{
    private static readonly int Schema = Migration.OfWarehouse()[^1].Number;

    /// <summary>Reads them, in the order of their tables; those alone that were built on the present schema where asked.</summary>
    /// <param name="connection">A connection to a warehouse with the schema of the program.</param>
    /// <param name="isCurrentOnly">True leaves out those that a migration since may have made wrong.</param>
    public static IReadOnlyList<KeptRollup> Read(DuckDbConnection connection, bool isCurrentOnly = false)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ILookup<string, RollupColumn> columns = Columns(connection).ToLookup(pair => pair.Table, pair => pair.Column, StringComparer.Ordinal);
        string current = isCurrentOnly ? string.Create(CultureInfo.InvariantCulture, $" WHERE schema_number = {Schema}") : "";
        using DuckDbCommand command = connection.CreateCommand($"SELECT table_name, name, fact, time_column, is_monthly, row_select FROM rollup{current} ORDER BY table_name");
        using DuckDbDataReader reader = command.ExecuteReader();
        List<KeptRollup> rollups = [];
        while (reader.Read())
        {
            string table = reader.GetString(0);
            rollups.Add(new KeptRollup(table, reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetBoolean(4), reader.GetString(5), [.. columns[table]]));
        }

        return rollups;
    }

    /// <summary>Begins to keep a rollup, built from the rows that its fact has; inside the caller's transaction.</summary>
    public static void Add(DuckDbConnection connection, KeptRollup rollup)
    {
        ArgumentNullException.ThrowIfNull(rollup);
        Insert(connection, "INSERT INTO rollup VALUES ($1, $2, $3, $4, $5, $6, $7)", rollup.Table, rollup.Name, rollup.Fact, rollup.Time, rollup.IsMonthly, rollup.Select, Schema);
        for (int i = 0; i < rollup.Columns.Count; i++)
        {
            RollupColumn column = rollup.Columns[i];
            Insert(connection, "INSERT INTO rollup_column VALUES ($1, $2, $3, $4, $5, $6)", rollup.Table, i, column.Name, column.IsSum, column.Dimension, column.Attribute);
        }

        RollupTable.Build(connection, rollup);
        Note(connection, "built", rollup);
    }

    /// <summary>Keeps a rollup no longer; inside the caller's transaction.</summary>
    public static void Remove(DuckDbConnection connection, KeptRollup rollup)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(rollup);
        connection.Execute($"DROP TABLE IF EXISTS {RollupTable.Quoted(rollup.Table)}");
        Insert(connection, "DELETE FROM rollup WHERE table_name = $1", rollup.Table);
        Insert(connection, "DELETE FROM rollup_column WHERE table_name = $1", rollup.Table);
        Note(connection, "dropped", rollup);
    }

    /// <summary>What was built and dropped, the first first.</summary>
    public static IReadOnlyList<RollupEvent> Events(DuckDbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        using DuckDbCommand command = connection.CreateCommand("SELECT kind = 'built', name, fact, last_batch FROM rollup_event ORDER BY number");
        using DuckDbDataReader reader = command.ExecuteReader();
        List<RollupEvent> events = [];
        while (reader.Read())
        {
            events.Add(new RollupEvent(reader.GetBoolean(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetInt32(3)));
        }

        return events;
    }

    private static void Note(DuckDbConnection connection, string kind, KeptRollup rollup) => Insert(
        connection,
        "INSERT INTO rollup_event SELECT (SELECT coalesce(max(number), 0) + 1 FROM rollup_event), $1, $2, $3, $4, $5, (SELECT max(batch_id) FROM ingest_batch)",
        kind, rollup.Table, rollup.Name, rollup.Fact, rollup.Select);

    private static IEnumerable<(string Table, RollupColumn Column)> Columns(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand("SELECT table_name, name, is_sum, dimension, attribute FROM rollup_column ORDER BY table_name, position");
        using DuckDbDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return (reader.GetString(0), new RollupColumn(reader.GetString(1), reader.GetBoolean(2), Text(reader, 3), Text(reader, 4)));
        }
    }

    private static string? Text(DuckDbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static void Insert(DuckDbConnection connection, string sql, params object?[] values)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.Add(FormattableString.Invariant($"{i + 1}"), values[i]);
        }

        command.ExecuteNonQuery();
    }
}
