using System.CommandLine;
using ProdSales.Host.Models;
using ProdSales.Host.Security;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Host.Commands;

/// <summary><c>prodsales export FOLDER --db FILE</c>: writes the star as Parquet files.</summary>
internal static class ExportCommand
{
    internal static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "Where to write one Parquet file a table; made when absent." };
        Option<FileInfo> database = CommonOptions.RequiredDatabase();
        Option<string?> principal = CommonOptions.Principal();
        Command command = new("export", "Writes the dimensions and facts of a warehouse as Parquet files, all of one moment.") { folder, database, principal, CommonOptions.ModelFolder };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                // Whole tables hold what roles mask, and rows that no predicate of the model is about.
                if (!PrincipalText.ScopeOf(parsed.GetValue(principal), CommandModel.Of(parsed).Definitions).IsFull)
                {
                    throw new RefusedException("needs-full-access", ("what", "export"));
                }

                using WarehouseDatabase warehouse = WarehouseFiles.OpenExisting(parsed.GetValue(database)!);
                Export(warehouse, parsed.GetValue(folder)!, cancellation);
                return CommandLine.Fine;
            },
            cancellation));
        return command;
    }

    /// <summary>Writes into the spool folder, the only one that statements may write to, and moves each finished file to its place.</summary>
    private static void Export(WarehouseDatabase warehouse, DirectoryInfo folder, CancellationToken cancellation) =>
        warehouse.Writer.Write(
            transaction =>
            {
                folder.Create();
                foreach (string table in TablesOf(transaction.Connection))
                {
                    cancellation.ThrowIfCancellationRequested();
                    string spooled = Path.Combine(warehouse.SpoolFolder, $"{table}.parquet");
                    using (DuckDbCommand copy = transaction.Connection.CreateCommand($"COPY \"{table}\" TO '{spooled.Replace("'", "''", StringComparison.Ordinal)}' (FORMAT parquet, COMPRESSION zstd)"))
                    {
                        int rows = copy.ExecuteNonQuery();
                        string target = Path.Combine(folder.FullName, $"{table}.parquet");
                        File.Move(spooled, target, overwrite: true);
                        Console.WriteLine($"{target}: {rows} rows");
                    }
                }
            },
            cancellation);

    private static List<string> TablesOf(DuckDbConnection connection)
    {
        using DuckDbCommand command = connection.CreateCommand(
            """
            SELECT name
            FROM (SELECT table_name AS name FROM duckdb_tables() WHERE NOT temporary UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal) AS t
            WHERE name LIKE 'dim\_%' ESCAPE '\' OR name LIKE 'fact\_%' ESCAPE '\'
            ORDER BY name
            """);
        using DuckDbDataReader reader = command.ExecuteReader();
        List<string> tables = [];
        while (reader.Read())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }
}
