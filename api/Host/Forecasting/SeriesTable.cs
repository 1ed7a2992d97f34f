using System.Data.Common;
using System.Globalization;
using ProdSales.Host.Commands;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Host.Forecasting;

/// <summary>A table of series, staged in a database of its own that spills to disk, checked as a whole before a series is read.</summary>
internal sealed class SeriesTable : IDisposable
{
    private const string TimeOf =
        """
        CASE kind WHEN 'n' THEN number_at WHEN 's' THEN epoch(moment_at) ELSE CAST(year(moment_at) * 12 + month(moment_at) - 1 AS DOUBLE) END
        """;

    private readonly DirectoryInfo _folder;

    private SeriesTable(DirectoryInfo folder, DuckDbConnection connection)
    {
        (_folder, Connection) = (folder, connection);
        Axis = new TimeAxis(TimeKind.Number, 1, 0);
    }

    /// <summary>Gets the connection; results may be staged beside.</summary>
    internal DuckDbConnection Connection { get; }

    /// <summary>Gets how time goes on.</summary>
    internal TimeAxis Axis { get; private set; }

    /// <summary>Gets the number of series.</summary>
    internal int Count { get; private set; }

    /// <summary>Gets the folder that goes with the table.</summary>
    internal string Folder => _folder.FullName;

    /// <summary>Stages a file and checks it.</summary>
    /// <exception cref="RefusedException">The file or what is in it cannot be forecast from.</exception>
    internal static SeriesTable Open(FileInfo file, SeriesColumns columns, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            throw new RefusedException("no-file", ("file", file.FullName));
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("prodsales-forecast-");
        SeriesTable? table = null;
        try
        {
            DbConnectionStringBuilder settings = new()
            {
                ["DataSource"] = Path.Combine(folder.FullName, "series.duckdb"),
                ["memory_limit"] = "512MB",
                ["temp_directory"] = Path.Combine(folder.FullName, "spill"),
                ["preserve_insertion_order"] = "false",
            };
            DuckDbConnection connection = new(settings.ConnectionString);
            table = new SeriesTable(folder, connection);
            connection.Open();
            table.Stage(file, columns, cancellation);
            return table;
        }
        catch
        {
            table?.Dispose();
            throw;
        }
    }

    /// <summary>Reads the series in the order of their names, each with its values step by step; a step without a row is missing.</summary>
    internal IEnumerable<StagedSeries> Read(CancellationToken cancellation)
    {
        using DuckDbCommand command = Connection.CreateCommand("SELECT series, moment, value FROM staged ORDER BY series, moment");
        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        string? name = null;
        double first = 0;
        List<double> values = [];
        while (reader.Read())
        {
            string next = reader.GetString(0);
            double at = reader.GetDouble(1);
            if (name != next)
            {
                cancellation.ThrowIfCancellationRequested();
                if (name is not null)
                {
                    yield return new StagedSeries(name, first, [.. values]);
                }

                (name, first) = (next, at);
                values.Clear();
            }

            int slot = (int)Math.Round((at - first) / Axis.Step);
            while (values.Count < slot)
            {
                values.Add(double.NaN);
            }

            values.Add(reader.IsDBNull(2) ? double.NaN : reader.GetDouble(2));
        }

        if (name is not null)
        {
            yield return new StagedSeries(name, first, [.. values]);
        }
    }

    /// <summary>Closes the database and removes its folder.</summary>
    public void Dispose()
    {
        Connection.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Stage(FileInfo file, SeriesColumns columns, CancellationToken cancellation)
    {
        string source = SourceOf(file);
        bool isNumber = SeriesCheck.Columns(Connection, source, file, columns);
        (string number, string moment) = isNumber ? ("CAST(t AS DOUBLE)", "NULL::TIMESTAMP") : ("NULL::DOUBLE", "CAST(t AS TIMESTAMP)");
        Run(
            $"""
            CREATE TABLE raw AS
            SELECT CAST(s AS VARCHAR) AS series, {number} AS number_at, {moment} AS moment_at, CAST(v AS VARCHAR) AS given, TRY_CAST(v AS DOUBLE) AS value
            FROM (SELECT {Quoted(columns.Series)} AS s, {Quoted(columns.Time)} AS t, {Quoted(columns.Value)} AS v FROM {source}) AS named
            """,
            file.FullName,
            cancellation);
        SeriesCheck.Rows(Connection, columns);
        bool isMonthly = SeriesCheck.GoesByMonths(Connection, out int day);
        TimeKind kind = isNumber ? TimeKind.Number : isMonthly ? TimeKind.Months : TimeKind.Seconds;
        string letter = kind switch { TimeKind.Number => "n", TimeKind.Seconds => "s", _ => "m" };
        Run($"CREATE TABLE staged AS SELECT series, {TimeOf} AS moment, value FROM raw, (SELECT $1 AS kind) AS chosen", letter, cancellation);
        Connection.Execute("DROP TABLE raw");
        Axis = new TimeAxis(kind, SeriesCheck.Step(Connection), day);
        SeriesCheck.Times(Connection, Axis);
        using DuckDbCommand count = Connection.CreateCommand("SELECT count(DISTINCT series) FROM staged");
        Count = Convert.ToInt32(count.ExecuteScalar(cancellation), CultureInfo.InvariantCulture);
    }

    private void Run(string sql, string parameter, CancellationToken cancellation)
    {
        try
        {
            using DuckDbCommand command = Connection.CreateCommand(sql);
            command.Parameters.Add(new DuckDbParameter { Value = parameter });
            command.ExecuteNonQuery(cancellation);
        }
        catch (WarehouseException failure) when (!cancellation.IsCancellationRequested)
        {
            throw new RefusedException("forecast-unreadable", ("file", parameter), ("detail", failure.Message.Split('\n')[0]));
        }

        cancellation.ThrowIfCancellationRequested();
    }

    private static string SourceOf(FileInfo file)
    {
        string name = file.Name.ToLowerInvariant();
        string bare = name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name;
        return Path.GetExtension(bare) switch
        {
            ".parquet" => "read_parquet($1)",
            ".csv" or ".tsv" or ".txt" => "read_csv($1, sample_size = -1)",
            _ => throw new RefusedException("forecast-format", ("file", file.Name)),
        };
    }

    private static string Quoted(string column) => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>A series as it was read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="First">The time of its first value.</param>
/// <param name="Values">Its values, not a number where one is missing.</param>
internal sealed record StagedSeries(string Name, double First, double[] Values);
