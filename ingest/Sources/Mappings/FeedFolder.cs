using ProdSales.Feeds;
using ProdSales.Sources.Mappings.Checks;
using ProdSales.Sources.Mappings.Compilation;
using ProdSales.Sources.Mappings.Declaration;
using ProdSales.Sources.Mappings.Staging;
using ProdSales.Sources.Readers;

namespace ProdSales.Sources.Mappings;

/// <summary>The mapping <c>feeds</c>, which needs no YAML: a folder of files that are feeds already.</summary>
/// <remarks>
/// Each file is named after its feed, as in <c>sales_order_line.csv</c>, with the ending csv, tsv, ndjson, parquet or xlsx, and .gz
/// after text. Its columns are named after the feed's; those that are not required may be absent. Other files are left alone.
/// </remarks>
public static class FeedFolder
{
    /// <summary>The name of the mapping.</summary>
    public const string Name = "feeds";

    private static readonly string[] Endings = ["parquet", "csv", "csv.gz", "tsv", "tsv.gz", "ndjson", "ndjson.gz", "xlsx"];

    /// <summary>Stages the files of a folder and holds their columns against the feeds, as a written mapping does.</summary>
    /// <param name="staging">An empty staging database, which must live as long as the prepared mapping is used.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="cancellation">Stops between two files and within one.</param>
    /// <returns>The prepared mapping, or all problems; their line is 1, that of the header.</returns>
    public static MappingCheck Check(StagingDatabase staging, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(staging);
        ProblemList problems = new(Name);
        List<TableDeclaration> tables = TablesOf(folder, problems);
        MappingDeclaration mapping = new("", null, null, "UTC", new Dictionary<string, ValueMap>(StringComparer.Ordinal), tables, []);
        return new MappingPreparation(Name, staging, folder, problems).Prepare(
            mapping,
            set => EntriesOf(tables, set, problems),
            cancellation);
    }

    private static List<TableDeclaration> TablesOf(string folder, ProblemList problems)
    {
        List<TableDeclaration> tables = [];
        foreach (Feed feed in FeedCatalogue.All)
        {
            string[] files = [.. Endings.Select(ending => $"{feed.Name}.{ending}").Where(file => File.Exists(Path.Combine(folder, file)))];
            if (files.Length > 1)
            {
                problems.Add(
                    1,
                    MappingProblemCodes.FileTwice,
                    $"The folder holds {string.Join(" and ", files)}; one file a feed is allowed.");
            }

            if (files.Length > 0)
            {
                tables.Add(new FileTable(1, feed.Name, files[0], new ReadOptions()));
            }
        }

        if (tables.Count == 0)
        {
            string example = $"{FeedCatalogue.All[0].Name}.csv";
            problems.Add(
                1,
                SourceFileCodes.Missing,
                $"{folder} holds no file that is named after a feed, as in {example}; allowed endings: {string.Join(", ", Endings)}.");
        }

        return tables;
    }

    private static List<FeedEntry> EntriesOf(List<TableDeclaration> tables, TableSet set, ProblemList problems)
    {
        List<FeedEntry> entries = [];
        foreach (FileTable table in tables.Cast<FileTable>().Where(table => set.IsReadable(table.Name)))
        {
            Feed feed = FeedCatalogue.Find(table.Name)!;
            string[] columns = [.. set.Staged[table.Name].Columns.Select(column => column.Name)];
            NoteColumns(feed, table.Pattern, columns, problems);
            IEnumerable<ColumnRule> rules = feed.Columns
                .Where(column => columns.Contains(column.Name))
                .Select(column => new ColumnRule(1, column) { Sql = SqlText.Name(column.Name) });
            entries.Add(new FeedEntry(1, feed, table.Name, 1) { Columns = [.. rules, .. VersionOf(feed, columns)], Notices = [] });
        }

        return entries;
    }

    private static IEnumerable<ColumnRule> VersionOf(Feed feed, string[] columns) =>
        columns.Contains("version") ? [] : [new ColumnRule(1, feed.Column("version")!) { Value = "1" }];

    private static void NoteColumns(Feed feed, string file, string[] columns, ProblemList problems)
    {
        foreach (string column in columns.Where(column => feed.Column(column) is null))
        {
            problems.Add(
                1,
                MappingProblemCodes.UnknownFeedColumn,
                $"{file}: the feed {feed.Name} has no column \"{column}\"; {NearName.Hint(column, feed.Columns.Select(known => known.Name))}.");
        }

        FeedColumn[] required = [.. feed.Columns.Where(column => column.IsRequired && column.Name != "version")];
        foreach (FeedColumn column in required.Where(column => !columns.Contains(column.Name)))
        {
            problems.Add(
                1,
                MappingProblemCodes.MissingRequiredColumn,
                $"{file} must have the column \"{column.Name}\" ({RowCheckText.Allowed(column)}).");
        }
    }
}
