using System.Text.Json;
using ProdSales.Feeds.Documents;
using ProdSales.Support;

namespace ProdSales.Feeds.Tests;

/// <summary>The handbook and the schemas say what the records say; run with UPDATE_GOLDEN=1 to write them anew.</summary>
public sealed class FeedDocumentTests
{
    private static readonly FeedMeanings Meanings = FeedMeanings.Load();

    public static TheoryData<string> Feeds => [.. FeedCatalogue.All.Select(feed => feed.Name)];

    [Fact]
    public void The_handbook_is_current() =>
        GoldenFile.Holds(Repository.PathOf("docs", "feeds.md"), FeedHandbook.Markdown(Meanings));

    [Theory]
    [MemberData(nameof(Feeds))]
    public void The_schema_is_current(string name) =>
        GoldenFile.Holds(SchemaPath(name), FeedSchema.Json(FeedCatalogue.Find(name)!, Meanings));

    [Fact]
    public void No_schema_is_left_of_a_feed_that_is_gone() =>
        Assert.Equal(
            FeedCatalogue.All.Select(feed => feed.Name).Order(StringComparer.Ordinal),
            Directory.GetFiles(Repository.PathOf("docs", "schemas")).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Feeds))]
    public void The_schema_demands_the_required_columns_and_knows_all(string name)
    {
        using JsonDocument schema = JsonDocument.Parse(FeedSchema.Json(FeedCatalogue.Find(name)!, Meanings));
        Feed feed = FeedCatalogue.Find(name)!;

        Assert.Equal(feed.Columns.Select(column => column.Name), schema.RootElement.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            feed.Columns.Where(column => column.IsRequired).Select(column => column.Name),
            schema.RootElement.GetProperty("required").EnumerateArray().Select(item => item.GetString()!));
    }

    [Fact]
    public void A_column_that_may_be_missing_allows_null_in_type_and_in_enum()
    {
        using JsonDocument schema = JsonDocument.Parse(FeedSchema.Json(FeedCatalogue.Find("ticket")!, Meanings));
        JsonElement[] optional = [.. schema.RootElement.GetProperty("properties").EnumerateObject()
            .Where(property => !FeedCatalogue.Find("ticket")!.Column(property.Name)!.IsRequired).Select(property => property.Value)];

        Assert.NotEmpty(optional);
        Assert.All(optional, column => Assert.Equal("null", column.GetProperty("type")[1].GetString()));
        Assert.All(
            optional.Where(column => column.TryGetProperty("enum", out _)),
            column => Assert.Contains(column.GetProperty("enum").EnumerateArray(), item => item.ValueKind is JsonValueKind.Null));
    }

    private static string SchemaPath(string feed) => Repository.PathOf("docs", "schemas", $"{feed}.json");
}
