using ProdSales.Feeds;
using ProdSales.Sources.Mappings.Compilation;
using ProdSales.Sources.Mappings.Declaration;
using ProdSales.Sources.Mappings.Failures;
using ProdSales.Sources.Mappings.Staging;

namespace ProdSales.Sources.Mappings.Checks;

/// <summary>Stages the tables of a mapping, checks its entries against them and puts the feeds together.</summary>
internal sealed class MappingPreparation(string name, StagingDatabase database, string folder, ProblemList problems)
{
    private readonly StagingSql _sql = new(database.Connection);

    /// <summary>Prepares a mapping whose entries are all written.</summary>
    internal MappingCheck Prepare(MappingDeclaration mapping, CancellationToken cancellation) =>
        Prepare(mapping, _ => mapping.Entries, cancellation);

    /// <summary>Prepares a mapping whose entries follow from its tables.</summary>
    internal MappingCheck Prepare(
        MappingDeclaration mapping,
        Func<TableSet, IReadOnlyList<FeedEntry>> entriesOf,
        CancellationToken cancellation)
    {
        SetUp(mapping.TimeZone);
        (TableSet tables, DerivedTables derived) = new TableStaging(database, folder, problems).Stage(mapping, cancellation);
        EntryCheck check = new(_sql, tables, mapping.TimeZone, problems);
        List<(FeedEntry Entry, EntrySql Sql)> compiled = [];
        foreach (FeedEntry entry in entriesOf(tables))
        {
            cancellation.ThrowIfCancellationRequested();
            if (check.Compile(entry) is { } sql)
            {
                compiled.Add((entry, sql));
            }
        }

        if (!problems.IsEmpty)
        {
            return new MappingCheck(problems.InOrder(), null);
        }

        IReadOnlyList<MappedFeed> feeds = FeedsOf(compiled, tables, derived);
        FailureSearch failures = new(problems.File, folder, _sql, mapping.Tables, tables.Files)
        {
            Derived = derived.Order,
            Entries = [.. compiled.Select(item => item.Entry)],
        };
        PreparedMapping prepared = new(mapping.System, mapping.GroupCurrency, feeds, [.. tables.Staged.Values], [.. tables.Files.Select(file => file.Path)], database, failures)
        {
            Name = name,
        };
        return new MappingCheck([], prepared);
    }

    /// <summary>Makes the settings that the SELECTs need.</summary>
    /// <remarks>
    /// <c>common_subplan</c> loses rows of UNION ALL in 1.5.6 and <c>top_n_window_elimination</c> takes the wrong first row; <c>common_subexpressions</c> moves a failing cast that stands twice
    /// out of TRY, so that one bad row would end the statement. The time zone is that of instants without an offset.
    /// </remarks>
    private void SetUp(string zone)
    {
        _sql.Execute("SET disabled_optimizers = 'common_subplan,top_n_window_elimination,common_subexpressions'");
        _sql.Execute($"SET TimeZone = {SqlText.Literal(zone)}");
    }

    private List<MappedFeed> FeedsOf(List<(FeedEntry Entry, EntrySql Sql)> compiled, TableSet tables, DerivedTables derived)
    {
        HashSet<string> told = new(StringComparer.OrdinalIgnoreCase);
        List<MappedFeed> feeds = [];
        foreach (Feed feed in FeedCatalogue.All)
        {
            (FeedEntry Entry, EntrySql Sql)[] own = [.. compiled.Where(item => item.Entry.Feed == feed)];
            if (own.Length > 0)
            {
                string[] files = [.. own.SelectMany(item => derived.FilesBehind(item.Entry.From)).Where(told.Add)];
                feeds.Add(
                    new MappedFeed(
                        feed,
                        [.. own.Select(item => EntryOf(item.Entry, item.Sql))],
                        [.. files.Select(file => tables.Staged[file])],
                        database));
            }
        }

        return feeds;
    }

    private static MappedEntry EntryOf(FeedEntry entry, EntrySql sql)
    {
        DirtSql dirt = new(entry);
        return new MappedEntry(entry.Feed, entry.From, sql.Select(), entry.Where is null && dirt.Counted.Count == 0 ? null : dirt.Select(), dirt.Counted);
    }
}
