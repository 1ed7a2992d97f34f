using ProdSales.Host.Commands;
using ProdSales.Sources.Mappings;
using ProdSales.Sources.Readers;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Host.Learning;

/// <summary>A file as columns of text, whatever its format and encoding.</summary>
/// <param name="Names">The columns in the file's order.</param>
/// <param name="Texts">The values of each column; null is missing.</param>
/// <param name="Skipped">Records that could not be read.</param>
internal sealed record TextTable(IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<string?>> Texts, long Skipped)
{
    /// <summary>Gets the number of rows.</summary>
    internal int RowCount => Texts.Count == 0 ? 0 : Texts[0].Count;

    /// <summary>The values of a column, or null where there is none of that name.</summary>
    internal IReadOnlyList<string?>? Find(string name) => Names.ToList().IndexOf(name) is >= 0 and int at ? Texts[at] : null;

    /// <summary>Reads CSV, Parquet or another format that loading knows.</summary>
    /// <exception cref="RefusedException">There is no such file, or it cannot be read.</exception>
    internal static TextTable Read(FileInfo file, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            throw new RefusedException("no-file", ("file", file.FullName));
        }

        string spool = Directory.CreateTempSubdirectory("prodsales-").FullName;
        try
        {
            using StagingDatabase staging = StagingDatabase.Open(spool);
            StagedTable staged = staging.Reader.Stage(staging.Connection, "learned", new SourceFile(file.FullName, file.Name, new ReadOptions()), cancellation);
            return Read(staging.Connection, staged, cancellation);
        }
        catch (SourceFileException failure)
        {
            throw new RefusedException("file-unreadable", ("file", file.Name), ("detail", failure.Message));
        }
        finally
        {
            Directory.Delete(spool, recursive: true);
        }
    }

    private static TextTable Read(DuckDbConnection connection, StagedTable staged, CancellationToken cancellation)
    {
        string[] names = [.. staged.Columns.Select(column => column.Name)];
        string list = string.Join(", ", names.Select(name => $"CAST(\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" AS VARCHAR)"));
        using DuckDbCommand command = connection.CreateCommand($"SELECT {list} FROM \"{staged.Name}\"");
        using DuckDbDataReader reader = command.ExecuteReader(cancellation);
        List<string?>[] texts = [.. names.Select(_ => new List<string?>())];
        while (reader.Read())
        {
            for (int column = 0; column < texts.Length; column++)
            {
                texts[column].Add(reader.IsDBNull(column) ? null : reader.GetString(column));
            }
        }

        return new TextTable(names, texts, staged.DefectCount);
    }
}
