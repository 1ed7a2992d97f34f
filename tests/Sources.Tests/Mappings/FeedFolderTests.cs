using ProdSales.Feeds;
using ProdSales.Sources.Mappings;
using ProdSales.Sources.Mappings.Reports;

namespace ProdSales.Sources.Tests.Mappings;

/// <summary>A folder of files that are feeds already needs no mapping.</summary>
public sealed class FeedFolderTests : IDisposable
{
    private readonly MappingRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public void Files_named_after_feeds_are_taken_in_the_order_of_the_catalogue()
    {
        _room.With("sales_order_line.csv", "source_system,source_id,ordered_date,order_id,product_id,quantity,net_amount,currency\nerp,1,2024-01-30,A,P,5,10,CNY\n")
            .With("customer.ndjson", """{"source_system":"erp","source_id":"C","name":"客户","is_active":true}""" + "\n")
            .With("truth.json", "{}");

        PreparedMapping mapping = _room.CheckFeeds().Prepared!;

        Assert.Equal(["customer", "sales_order_line"], mapping.Feeds.Select(feed => feed.Feed.Name));
        Assert.Equal(["erp|C|1|客户|True"], _room.Rows($"SELECT source_system, source_id, version, name, is_active FROM ({mapping.Feeds[0].Sql})"));
        Assert.Equal(["sales_order_line.csv|2|~"], _room.Rows($"SELECT _file, _line, _error FROM ({mapping.Feeds[1].Sql})"));
        Assert.Equal(["customer.ndjson", "sales_order_line.csv"], mapping.Files.Select(Path.GetFileName));
    }

    [Fact]
    public void Every_feed_gives_its_columns_in_order_and_type_then_file_line_and_error()
    {
        foreach (Feed feed in FeedCatalogue.All)
        {
            string columns = string.Join(", ", feed.Columns.Select(column => $"CAST(NULL AS {column.DuckDbType}) AS \"{column.Name}\""));
            _room.Execute($"COPY (SELECT {columns}) TO '{Path.Combine(_room.Folder, feed.Name)}.parquet' (FORMAT parquet)");
        }

        PreparedMapping mapping = _room.CheckFeeds().Prepared!;

        Assert.Equal(FeedCatalogue.All, mapping.Feeds.Select(feed => feed.Feed));
        foreach (MappedFeed feed in mapping.Feeds)
        {
            string[] expected =
            [
                .. feed.Feed.Columns.Select(column => $"{column.Name} {column.DuckDbType}"), "_file VARCHAR", "_line BIGINT", "_error VARCHAR",
            ];
            Assert.Equal(expected, _room.Rows($"SELECT column_name || ' ' || column_type FROM (DESCRIBE {feed.Sql})"));
            int required = feed.Feed.Columns.Count(column => column.IsRequired);
            Assert.Equal([$"{required}"], _room.Rows($"SELECT json_array_length(_error) FROM ({feed.Sql})"));
        }
    }

    [Fact]
    public void Bad_rows_are_told_as_with_a_written_mapping()
    {
        _room.With("supplier.csv", "source_system,source_id,name,is_active\nerp,1,Nuts,maybe\nerp,2,Bolts,true\n");

        EntryReport report = Assert.Single(_room.CheckFeeds().Prepared!.DryRun().Entries);

        Assert.Equal((2, 1), (report.Rows, report.BadRows));
        Assert.Equal("Row 2 of supplier.csv: is_active \"maybe\" must be true or false.", Assert.Single(report.Reasons).Example);
    }

    [Fact]
    public void Unknown_and_missing_columns_are_told_together()
    {
        _room.With("supplier.csv", "source_system,source_id,nmae\nerp,1,Nuts\n");

        string[] messages = [.. _room.CheckFeeds().Problems.Select(problem => problem.Message)];

        Assert.Equal(2, messages.Length);
        Assert.StartsWith("supplier.csv: the feed supplier has no column \"nmae\"; allowed: source_system,", messages[0], StringComparison.Ordinal);
        Assert.EndsWith("did you mean \"name\"?).", messages[0], StringComparison.Ordinal);
        Assert.Equal("supplier.csv must have the column \"name\" (a text of at most 4000 characters).", messages[1]);
    }

    [Fact]
    public void A_folder_without_any_feed_and_a_feed_twice_are_refused()
    {
        Assert.Equal("file-missing", Assert.Single(_room.CheckFeeds().Problems).Code);

        _room.With("supplier.csv", "source_system,source_id,name\nerp,1,Nuts\n").With("supplier.tsv", "source_system\tsource_id\tname\nerp\t1\tNuts\n");

        Assert.Equal("The folder holds supplier.csv and supplier.tsv; one file a feed is allowed.", Assert.Single(_room.CheckFeeds().Problems).Message);
    }
}
