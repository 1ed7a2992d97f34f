using ProdSales.Feeds;

namespace ProdSales.Loading.Tests.Star;

/// <summary>The star and the feeds are declared in two places; these tests keep them one.</summary>
public sealed class StarTests
{
    public static TheoryData<string> Facts => [.. FeedCatalogue.All.Where(feed => feed.Kind is FeedKind.Fact).Select(feed => feed.Name)];

    public static TheoryData<string> Masters => [.. FeedCatalogue.All.Where(feed => feed.Kind is FeedKind.Dimension).Select(feed => feed.Name)];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_has_every_column_of_its_feed_by_the_rule(string name)
    {
        Feed feed = FeedCatalogue.Find(name)!;
        bool hasRegion = feed.Columns.Any(column => column.Name == "region" || column.References == "customer");
        List<string> expected = ["source_key SMALLINT", "batch_id INTEGER"];
        foreach (FeedColumn column in feed.Columns.Where(column => column.Name != "source_system"))
        {
            expected.Add(column switch
            {
                { References: not null } => $"{column.Name[..^3]}_key INTEGER",
                { Name: "region" } => "own_region_key SMALLINT",
                { Allowed.Count: > 0 } => $"{column.Name} ENUM({string.Join(", ", column.Allowed.Select(value => $"'{value}'"))})",
                _ => $"{column.Name} {column.DuckDbType}",
            });
            if (column.Unit == Units.Money && feed.Column("exchange_rate") is not null)
            {
                expected.Add($"{column.Name}_document DECIMAL(18,4)");
            }
        }

        if (hasRegion)
        {
            expected.Add("region_key SMALLINT");
        }

        string[] derived = name == "schedule_line"
            ? ["delivered_quantity", "delivered_by_requested_quantity", "delivered_by_first_commit_quantity", "delivered_by_current_commit_quantity", "full_delivery_date"]
            : [];
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            ColumnsOf($"fact_{name}").Where(column => !derived.Contains(column.Split(' ')[0])).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Masters))]
    public void A_master_has_every_column_of_its_feed_by_the_rule(string name)
    {
        IEnumerable<string> own = FeedCatalogue.Find(name)!.Columns
            .Where(column => column.Name is not ("source_system" or "source_id"))
            .Select(column => column switch
            {
                { References: not null } => $"{column.Name[..^3]}_durable_key INTEGER",
                { Allowed.Count: > 0 } => $"{column.Name} ENUM({string.Join(", ", column.Allowed.Select(value => $"'{value}'"))})",
                _ => $"{column.Name} {column.DuckDbType}",
            });
        string[] expected =
        [
            $"{name}_key INTEGER", $"{name}_durable_key INTEGER", "source_key SMALLINT", $"{name}_id VARCHAR", "batch_id INTEGER",
            "valid_from DATE", "valid_to DATE", "is_current BOOLEAN", "is_inferred BOOLEAN", .. own,
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), ColumnsOf($"dim_{name}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Masters))]
    public void Every_master_has_the_unknown_member(string name)
    {
        using TestWarehouse warehouse = new();
        Assert.Equal("0|0|0|true", warehouse.Value($"SELECT {name}_key, {name}_durable_key, source_key, CAST(is_current AS VARCHAR) FROM dim_{name}"));
    }

    [Fact]
    public void No_table_has_a_key_or_an_index()
    {
        using TestWarehouse warehouse = new();
        Assert.Empty(warehouse.Query("SELECT table_name FROM duckdb_constraints() WHERE constraint_type IN ('PRIMARY KEY', 'UNIQUE')"));
        Assert.Empty(warehouse.Query("SELECT index_name FROM duckdb_indexes()"));
    }

    private static string[] ColumnsOf(string table)
    {
        using TestWarehouse warehouse = new();
        return warehouse.Query($"SELECT column_name || ' ' || data_type FROM duckdb_columns() WHERE table_name = '{table}'");
    }
}
