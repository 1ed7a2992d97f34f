using ProdSales.Sources.Mappings.Compilation;
using ProdSales.Sources.Mappings.Declaration;
using ProdSales.Sources.Readers;
using ProdSales.Sources.Readers.Files;
using ProdSales.Warehouse;

namespace ProdSales.Sources.Mappings.Staging;

/// <summary>Brings the tables of a mapping into the staging database: files through the readers, derived tables as views.</summary>
internal sealed class TableStaging(StagingDatabase database, string folder, ProblemList problems)
{
    private readonly StagingSql _sql = new(database.Connection);
    private readonly TableSet _tables = new();

    /// <summary>Stages all tables; problems tell of those that cannot be.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="cancellation">Stops between two files and within one.</param>
    /// <returns>The tables, and the order in which derived tables stand on others.</returns>
    internal (TableSet Tables, DerivedTables Derived) Stage(MappingDeclaration mapping, CancellationToken cancellation)
    {
        foreach (FileTable table in mapping.Tables.OfType<FileTable>())
        {
            StageFiles(table, cancellation);
        }

        DerivedTables derived = new(_sql, mapping, _tables.Broken, problems);
        foreach (DerivedTable table in derived.InOrder().Where(table => !derived.SourcesOf(table.Name).Any(_tables.Broken.Contains)))
        {
            MakeView(table);
        }

        foreach (TableDeclaration table in mapping.Tables.Where(table => !_tables.IsReadable(table.Name)))
        {
            _tables.AddBroken(table.Name);
        }

        return (_tables, derived);
    }

    private void StageFiles(FileTable table, CancellationToken cancellation)
    {
        SourceFile file = new(Path.Combine(folder, table.Pattern), table.Pattern, table.Options);
        try
        {
            FileStamp[] files = [.. SourcePaths.Expand(file).Select(part => FileStamp.Of(table.Line, part.Path))];
            StagedTable staged = database.Reader.Stage(database.Connection, table.Name, file, cancellation);
            _tables.Add(table.Name, staged, files);
        }
        catch (SourceFileException exception)
        {
            _tables.AddBroken(table.Name);
            problems.Add(table.Line, exception.Code, $"table \"{table.Name}\": {exception.Message}");
        }
    }

    private void MakeView(DerivedTable table)
    {
        try
        {
            _sql.Execute($"CREATE OR REPLACE TEMP VIEW {SqlText.Name(table.Name)} AS\n{table.Sql}");
            _tables.Add(table.Name, _sql.Describe($"SELECT * FROM {SqlText.Name(table.Name)}").Select(column => column.Name));
        }
        catch (WarehouseException exception)
        {
            _tables.AddBroken(table.Name);
            problems.Add(table.Line, MappingProblemCodes.BadSql, $"table \"{table.Name}\": {EngineMessage.Of(exception)}.");
        }
    }
}
