using System.Globalization;
using ProdSales.Host.Commands;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Host.Forecasting;

/// <summary>What a table of series must be like; each refusal names the place, the value and what is allowed.</summary>
internal static class SeriesCheck
{
    // Longer ones are a mistake in a date, and would fill the memory with gaps.
    private const double MostSteps = 1_000_000;

    /// <summary>Checks that the columns are there, and tells whether times are numbers rather than dates.</summary>
    internal static bool Columns(DuckDbConnection connection, string source, FileInfo file, SeriesColumns columns)
    {
        Dictionary<string, string> types = [];
        try
        {
            using DuckDbCommand command = connection.CreateCommand($"DESCRIBE SELECT * FROM {source}");
            command.Parameters.Add(new DuckDbParameter { Value = file.FullName });
            using DuckDbDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                types[reader.GetString(0)] = reader.GetString(1);
            }
        }
        catch (WarehouseException failure)
        {
            throw new RefusedException("forecast-unreadable", ("file", file.FullName), ("detail", failure.Message.Split('\n')[0]));
        }

        foreach (string column in (string[])[columns.Series, columns.Time, columns.Value])
        {
            if (!types.Keys.Contains(column, StringComparer.OrdinalIgnoreCase))
            {
                throw new RefusedException("forecast-no-column", ("file", file.Name), ("column", column), ("known", string.Join(", ", types.Keys)));
            }
        }

        string type = types.First(known => known.Key.Equals(columns.Time, StringComparison.OrdinalIgnoreCase)).Value;
        bool isMoment = type.StartsWith("TIMESTAMP", StringComparison.Ordinal) || type == "DATE";
        bool isNumber = type is "DOUBLE" or "FLOAT" || type.StartsWith("DECIMAL", StringComparison.Ordinal) || type.EndsWith("INT", StringComparison.Ordinal) || type.EndsWith("INTEGER", StringComparison.Ordinal);
        return isMoment || isNumber ? isNumber : throw new RefusedException("forecast-time-type", ("file", file.Name), ("column", columns.Time), ("type", type));
    }

    /// <summary>Checks that every row has a name and a time, that values are numbers, and that no time stands twice.</summary>
    internal static void Rows(DuckDbConnection connection, SeriesColumns columns)
    {
        if (First(connection, "SELECT series, coalesce(CAST(moment_at AS VARCHAR), CAST(number_at AS VARCHAR)) FROM raw LIMIT 1") is null)
        {
            throw new RefusedException("forecast-empty");
        }

        Refuse(connection, "forecast-no-name", "series IS NULL OR (number_at IS NULL AND moment_at IS NULL) OR NOT isfinite(coalesce(number_at, 0))", ("series", columns.Series), ("time", columns.Time));
        Refuse(connection, "forecast-value", "value IS NULL AND given IS NOT NULL AND trim(given) NOT IN ('', 'NA', 'NaN', 'null', 'NULL')", ("column", columns.Value));
        if (First(connection, "SELECT series, coalesce(CAST(moment_at AS VARCHAR), CAST(number_at AS VARCHAR)) FROM raw GROUP BY series, moment_at, number_at HAVING count(*) > 1 ORDER BY ALL LIMIT 1") is { } twice)
        {
            throw new RefusedException("forecast-twice", ("series", twice[0]), ("time", twice[1]));
        }
    }

    /// <summary>Whether times are the same day, or the last, of months.</summary>
    internal static bool GoesByMonths(DuckDbConnection connection, out int day)
    {
        string[]? found = First(
            connection,
            """
            SELECT CAST(CASE WHEN bool_and(day(moment_at) = day(last_day(moment_at))) THEN 0 ELSE min(day(moment_at)) END AS VARCHAR)
            FROM raw
            HAVING bool_and(moment_at = date_trunc('day', moment_at)) AND (count(DISTINCT day(moment_at)) = 1 OR bool_and(day(moment_at) = day(last_day(moment_at))))
                AND count(DISTINCT date_trunc('month', moment_at)) > 1
            """);
        day = found is null ? 0 : int.Parse(found[0], CultureInfo.InvariantCulture);
        return found is not null;
    }

    /// <summary>The most frequent distance between times of a series; 1 where no series has two.</summary>
    internal static double Step(DuckDbConnection connection)
    {
        string[]? step = First(
            connection,
            """
            SELECT CAST(gap AS VARCHAR)
            FROM (SELECT moment - lag(moment) OVER (PARTITION BY series ORDER BY moment) AS gap FROM staged) AS gaps
            WHERE gap IS NOT NULL GROUP BY gap ORDER BY count(*) DESC, gap LIMIT 1
            """);
        return step is null ? 1 : double.Parse(step[0], CultureInfo.InvariantCulture);
    }

    /// <summary>Checks that every time lies whole steps after the first of its series, and not too many.</summary>
    internal static void Times(DuckDbConnection connection, TimeAxis axis)
    {
        using DuckDbCommand command = connection.CreateCommand(
            """
            SELECT series, moment, steps
            FROM (SELECT series, moment, (moment - min(moment) OVER (PARTITION BY series)) / $1 AS steps FROM staged) AS placed
            WHERE abs(steps - round(steps)) > 1e-6 OR steps > $2
            ORDER BY series, moment LIMIT 1
            """);
        command.Parameters.Add(new DuckDbParameter { Value = axis.Step });
        command.Parameters.Add(new DuckDbParameter { Value = MostSteps });
        using DuckDbDataReader reader = command.ExecuteReader();
        if (reader.Read())
        {
            string code = reader.GetDouble(2) > MostSteps ? "forecast-span" : "forecast-step";
            throw new RefusedException(code, ("series", reader.GetString(0)), ("time", axis.Text(reader.GetDouble(1))), ("step", axis.Step), ("most", MostSteps));
        }
    }

    private static void Refuse(DuckDbConnection connection, string code, string condition, params ReadOnlySpan<(string Name, object Value)> facts)
    {
        string[]? row = First(connection, $"SELECT coalesce(series, ''), coalesce(CAST(moment_at AS VARCHAR), CAST(number_at AS VARCHAR), ''), coalesce(given, '') FROM raw WHERE {condition} ORDER BY ALL LIMIT 1");
        if (row is not null)
        {
            throw new RefusedException(code, [("of", row[0]), ("at", row[1]), ("given", row[2]), .. facts]);
        }
    }

    private static string[]? First(DuckDbConnection connection, string sql)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        using DuckDbDataReader reader = command.ExecuteReader();
        return reader.Read() ? [.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "" : reader.GetString(column))] : null;
    }
}
