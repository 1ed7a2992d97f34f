using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Rollups;

/// <summary>Fills the table of a rollup. What stands in it is always what its SELECT, grouped, gives over the whole fact.</summary>
public static class RollupTable
{
    /// <summary>Makes the table anew from the whole fact.</summary>
    public static void Build(DuckDbConnection connection, KeptRollup rollup)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(rollup);
        connection.Execute($"CREATE OR REPLACE TEMP TABLE rollup_row AS {rollup.Select} GROUP BY ALL");
        IEnumerable<string> columns = Types(connection, rollup).Select(column => $"CAST({Quoted(column.Name)} AS {column.Narrow ?? column.Wide}) AS {Quoted(column.Name)}");
        connection.Execute($"CREATE OR REPLACE TABLE {Quoted(rollup.Table)} AS SELECT {string.Join(", ", columns)} FROM rollup_row ORDER BY {Quoted(rollup.Time)}");
        connection.Execute("DROP TABLE rollup_row");
    }

    /// <summary>Brings the table to what the fact holds after a batch.</summary>
    /// <param name="connection">The connection of the batch.</param>
    /// <param name="rollup">The rollup.</param>
    /// <param name="added">The condition, under the alias <c>f</c>, of rows that came in and of which nothing is in the table yet.</param>
    /// <param name="changed">
    /// A SELECT of days of whose rows some left or changed, be it an attribute of their members: these days or months are summed anew.
    /// </param>
    public static void Renew(DuckDbConnection connection, KeptRollup rollup, string added, string changed)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(rollup);
        string time = Quoted(rollup.Time);
        string table = Quoted(rollup.Table);
        string period = rollup.PeriodOf($"f.{time}");
        connection.Execute($"CREATE OR REPLACE TEMP TABLE rollup_period AS SELECT DISTINCT {rollup.PeriodOf("d.day")} AS period FROM ({changed}) AS d(day) WHERE d.day IS NOT NULL");
        connection.Execute($"CREATE OR REPLACE TEMP TABLE rollup_part AS {rollup.Select} AND {added} AND {period} NOT IN (SELECT period FROM rollup_period) GROUP BY ALL");
        if (Scalar(connection, "SELECT count(*) FROM rollup_period") is > 0L)
        {
            string last = rollup.IsMonthly ? "last_day(max(period))" : "max(period)";
            connection.Execute($"""
                INSERT INTO rollup_part {rollup.Select}
                AND f.{time} BETWEEN (SELECT min(period) FROM rollup_period) AND (SELECT {last} FROM rollup_period)
                AND {period} IN (SELECT period FROM rollup_period) GROUP BY ALL
                """);
        }

        string sums = string.Join(", ", rollup.Sums.Select(sum => $"sum({Quoted(sum)}) AS {Quoted(sum)}"));
        string keys = string.Join(", ", rollup.Keys.Select(Quoted));
        connection.Execute($"""
            INSERT INTO rollup_part FROM {table} AS r
            WHERE r.{time} IN (SELECT {time} FROM rollup_part) AND r.{time} NOT IN (SELECT period FROM rollup_period);
            CREATE OR REPLACE TEMP TABLE rollup_row AS SELECT {keys}, {sums} FROM rollup_part GROUP BY {keys} ORDER BY {time}
            """);
        Widen(connection, rollup);
        connection.Execute($"""
            DELETE FROM {table} WHERE {time} IN (SELECT {time} FROM rollup_row) OR {time} IN (SELECT period FROM rollup_period);
            INSERT INTO {table} FROM rollup_row;
            DROP TABLE rollup_row; DROP TABLE rollup_part; DROP TABLE rollup_period
            """);
    }

    /// <summary>Holds the table against its fact.</summary>
    /// <returns>How many rows it has, in how many days or months anything differs, and the first of these; null when none does.</returns>
    public static (long Rows, long Periods, DateOnly? First) Differences(DuckDbConnection connection, KeptRollup rollup)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(rollup);
        string time = Quoted(rollup.Time);
        string table = Quoted(rollup.Table);
        using DuckDbCommand command = connection.CreateCommand($"""
            WITH summed AS ({rollup.Select} GROUP BY ALL)
            SELECT (SELECT count(*) FROM {table}), count(DISTINCT d.{time}), min(d.{time})
            FROM ((FROM summed EXCEPT ALL FROM {table}) UNION ALL (FROM {table} EXCEPT ALL FROM summed)) AS d
            """);
        using DuckDbDataReader reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2));
    }

    internal static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // Sums come out 38 digits wide. Held in 18 they are read many times faster; the few that do not fit keep their width.
    private static IEnumerable<(string Name, string Wide, string? Narrow)> Types(DuckDbConnection connection, KeptRollup rollup)
    {
        HashSet<string> sums = [.. rollup.Sums];
        foreach ((string name, string wide) in TypesOf(connection, "rollup_row"))
        {
            string? narrow = !sums.Contains(name) ? null
                : wide == "HUGEINT" ? "BIGINT"
                : wide.StartsWith("DECIMAL(38,", StringComparison.Ordinal) ? $"DECIMAL(18,{wide["DECIMAL(38,".Length..]}" : null;
            yield return (name, wide, narrow is not null && Fits(connection, name, narrow) ? narrow : null);
        }
    }

    private static void Widen(DuckDbConnection connection, KeptRollup rollup)
    {
        Dictionary<string, string> held = TypesOf(connection, rollup.Table).ToDictionary(StringComparer.Ordinal);
        foreach ((string name, string wide) in TypesOf(connection, "rollup_row").ToArray())
        {
            if (held[name] != wide && rollup.Sums.Contains(name, StringComparer.Ordinal) && !Fits(connection, name, held[name]))
            {
                connection.Execute($"ALTER TABLE {Quoted(rollup.Table)} ALTER {Quoted(name)} TYPE {wide}");
            }
        }
    }

    private static bool Fits(DuckDbConnection connection, string column, string type) =>
        Scalar(connection, $"SELECT NOT EXISTS (FROM rollup_row WHERE {Quoted(column)} IS NOT NULL AND TRY_CAST({Quoted(column)} AS {type}) IS NULL)") is true;

    private static List<KeyValuePair<string, string>> TypesOf(DuckDbConnection connection, string table)
    {
        using DuckDbCommand command = connection.CreateCommand($"DESCRIBE {Quoted(table)}");
        using DuckDbDataReader reader = command.ExecuteReader();
        List<KeyValuePair<string, string>> types = [];
        while (reader.Read())
        {
            types.Add(new(reader.GetString(0), reader.GetString(1)));
        }

        return types;
    }

    private static object? Scalar(DuckDbConnection connection, string sql)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        return command.ExecuteScalar();
    }
}
