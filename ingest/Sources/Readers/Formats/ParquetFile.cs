using System.Globalization;
using ProdSales.Sources.Readers.Files;
using ProdSales.Sources.Readers.Staging;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Sources.Readers.Formats;

/// <summary>Stages Parquet as a view that DuckDB reads; columns keep their types.</summary>
internal static class ParquetFile
{
    private const int LeastBytes = 12;

    /// <summary>Stages a file.</summary>
    /// <param name="path">The file, unpacked.</param>
    /// <param name="file">What is declared about it.</param>
    /// <param name="target">Where it goes.</param>
    /// <exception cref="SourceFileException">The file is cut off, damaged, or lacks a declared column.</exception>
    internal static StagedTable Stage(string path, SourceFile file, StagingTarget target)
    {
        RequireMarks(path, file.Name);
        string source = $"read_parquet({StagingSql.Path(path)})";
        try
        {
            StagedColumn[] columns = Describe(target.Connection, source);
            HeaderNames(columns, file);
            target.Connection.Execute(
                $"""
                CREATE VIEW {StagingSql.Name(target.Table)} AS
                SELECT *, {StagingSql.Text(file.Name)} AS {StagedTable.FileColumn}, file_row_number + 1 AS {StagedTable.LineColumn} FROM {source}
                """);
            using DuckDbCommand count = target.Connection.CreateCommand($"SELECT num_rows FROM parquet_file_metadata({StagingSql.Path(path)})");
            long rows = Convert.ToInt64(count.ExecuteScalar(), CultureInfo.InvariantCulture);
            return new StagedTable { Name = target.Table, Columns = columns, RowCount = rows };
        }
        catch (WarehouseException error)
        {
            throw new SourceFileException(SourceFileCodes.Parquet, file.Name, $"{file.Name} is damaged: {Reason(error)}. Fetch it again.", isTransient: true, error);
        }
    }

    /// <summary>Takes the engine's reason without its kind and the statement.</summary>
    private static string Reason(WarehouseException error)
    {
        string first = error.Message.Split('\n')[0];
        int kind = first.IndexOf("Error: ", StringComparison.Ordinal);
        return (kind < 0 ? first : first[(kind + 7)..]).TrimEnd('.', ' ');
    }

    /// <summary>Looks for the mark at both ends, which a file that was cut off lacks.</summary>
    private static void RequireMarks(string path, string name)
    {
        using FileStream stream = SourceErrors.Open(path, name);
        Span<byte> mark = stackalloc byte[4];
        bool begins = stream.Length >= LeastBytes && stream.ReadAtLeast(mark, 4) is 4 && mark.SequenceEqual("PAR1"u8);
        if (!begins)
        {
            throw Damaged(name, $"{name} is no Parquet file: it must begin with the bytes PAR1.");
        }

        stream.Seek(-4, SeekOrigin.End);
        stream.ReadExactly(mark);
        if (!mark.SequenceEqual("PAR1"u8))
        {
            string length = stream.Length.ToString("N0", CultureInfo.InvariantCulture);
            throw Damaged(name, $"{name} is cut off: a Parquet file must end with the bytes PAR1, and these are missing after {length} bytes. Fetch it again.");
        }
    }

    private static StagedColumn[] Describe(DuckDbConnection connection, string source)
    {
        using DuckDbCommand command = connection.CreateCommand($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {source})");
        using DuckDbDataReader reader = command.ExecuteReader();
        List<StagedColumn> columns = [];
        while (reader.Read())
        {
            columns.Add(new StagedColumn(reader.GetString(0), reader.GetString(1)));
        }

        return [.. columns];
    }

    private static void HeaderNames(StagedColumn[] columns, SourceFile file)
    {
        string[] names = [.. columns.Select(column => column.Name)];
        Staging.HeaderNames.Require(names, file.Name, "schema");
        string[] lacking = [.. (file.Options.Columns ?? []).Except(names, StringComparer.OrdinalIgnoreCase)];
        if (lacking.Length > 0)
        {
            throw new SourceFileException(
                SourceFileCodes.Columns,
                file.Name,
                $"{file.Name} lacks the declared column(s) {string.Join(", ", lacking)}; it has {string.Join(", ", names)}.");
        }
    }

    private static SourceFileException Damaged(string name, string message) => new(SourceFileCodes.Parquet, name, message, isTransient: true);
}
