using ProdSales.Export;
using ProdSales.Schema;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Host.Exports;

/// <summary>Writes tables: to a stream as rows come, or to a file where the form cannot be written from front to back.</summary>
internal static class TableFiles
{
    /// <summary>How long the statement of a table may run, the time in which its reader takes the rows included.</summary>
    private const int Seconds = 600;

    /// <summary>Writes to a stream.</summary>
    internal static void Write(DuckDbConnection connection, ExportTable table, ExportChoices choices, Stream output, CancellationToken cancellation)
    {
        using DuckDbCommand command = table.Statement.CommandOn(connection);
        command.IsStreaming = true;
        command.CommandTimeout = Seconds;
        using ResultChunks chunks = command.ExecuteChunks(cancellation);
        _ = choices.Format.Write is { } write ? write(chunks, output, choices) : Workbook.Write(chunks, output);
    }

    /// <summary>Writes to a new file in the spool folder of the warehouse, the only one that statements may write to.</summary>
    /// <returns>The file, which the caller deletes; when it fails there is none.</returns>
    internal static string Spool(DuckDbConnection connection, string folder, ExportTable table, ExportChoices choices, CancellationToken cancellation)
    {
        string file = Path.Combine(folder, $"{Path.GetRandomFileName()}.{choices.Format.Extension}");
        try
        {
            if (choices.Format == ExportFormat.Parquet)
            {
                WriteParquet(connection, table, file, cancellation);
            }
            else
            {
                using FileStream output = new(file, FileMode.CreateNew, FileAccess.ReadWrite);
                Write(connection, table, choices, output, cancellation);
            }

            return file;
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }

    private static void WriteParquet(DuckDbConnection connection, ExportTable table, string file, CancellationToken cancellation)
    {
        string target = file.Replace("'", "''", StringComparison.Ordinal);
        using DuckDbCommand command = (table.Statement with { Text = $"COPY (\n{table.Statement.Text}\n) TO '{target}' (FORMAT parquet, COMPRESSION zstd)" }).CommandOn(connection);
        command.CommandTimeout = Seconds;
        command.ExecuteNonQuery(cancellation);
    }
}
