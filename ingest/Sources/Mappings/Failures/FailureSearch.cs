using ProdSales.Sources.Mappings.Declaration;
using ProdSales.Sources.Mappings.Staging;
using ProdSales.Sources.Readers;
using ProdSales.Sources.Readers.Files;
using ProdSales.Warehouse;

namespace ProdSales.Sources.Mappings.Failures;

/// <summary>Finds out why a statement of a mapping failed, by trying its parts one by one: files, derived tables, joins, conditions.</summary>
/// <remarks>It runs only after a failure, so it may read everything again.</remarks>
/// <param name="file">The name of the mapping.</param>
/// <param name="folder">The folder of the files.</param>
/// <param name="sql">The staging database.</param>
/// <param name="tables">The tables of the mapping.</param>
/// <param name="stamps">The files as they were staged.</param>
internal sealed class FailureSearch(
    string file, string folder, StagingSql sql, IReadOnlyList<TableDeclaration> tables, IReadOnlyList<FileStamp> stamps)
{
    /// <summary>Gets the derived tables in an order in which each stands after those that it reads.</summary>
    internal required IReadOnlyList<DerivedTable> Derived { get; init; }

    /// <summary>Gets the entries of the mapping.</summary>
    internal required IReadOnlyList<FeedEntry> Entries { get; init; }

    /// <summary>Says which file is not what it was when it was staged; null when all are.</summary>
    internal MappingProblem? ChangedFile() => stamps
        .Select(stamp => stamp.Change() is var (code, message) ? new MappingProblem(file, stamp.Line, code, message) : null)
        .OfType<MappingProblem>()
        .FirstOrDefault();

    /// <summary>Finds the first part that fails.</summary>
    /// <returns>What is wrong; null when every part runs.</returns>
    internal MappingProblem? Find() =>
        ChangedFile()
        ?? First(tables.OfType<FileTable>(), UnreadableFile)
        ?? First(Derived, FailingTable)
        ?? First(Entries, new EntryFailure(file, sql).Find);

    private MappingProblem? UnreadableFile(FileTable table)
    {
        IReadOnlyList<SourceFile> parts = SourcePaths.Expand(new SourceFile(Path.Combine(folder, table.Pattern), table.Pattern, table.Options));
        for (int part = 0; part < parts.Count; part++)
        {
            string staged = parts.Count is 1 ? table.Name : StagedTable.PartName(table.Name, part);
            if (sql.Failure(StagingSql.ReadAll(staged)) is { } failure)
            {
                string code = failure.Kind is WarehouseErrorKind.Io ? SourceFileCodes.Unreadable : SourceFileCodes.Damaged;
                return new MappingProblem(
                    file, table.Line, code, $"table \"{table.Name}\": {parts[part].Name} cannot be read to its end: {EngineMessage.Of(failure)}. Fetch it again.");
            }
        }

        return null;
    }

    private MappingProblem? FailingTable(DerivedTable table) => sql.Failure(StagingSql.ReadAll(table.Name)) is { } failure
        ? new MappingProblem(file, table.Line, MappingProblemCodes.SqlFailed, $"table \"{table.Name}\", sql: {EntryFailure.Reason(failure)}")
        : null;

    private static MappingProblem? First<T>(IEnumerable<T> parts, Func<T, MappingProblem?> failure) =>
        parts.Select(failure).OfType<MappingProblem>().FirstOrDefault();
}
