using System.Reflection;
using System.Text.RegularExpressions;
using ProdSales.Feeds.Documents;

namespace ProdSales.Feeds.Tests;

/// <summary>Each record is a sound declaration: a mistake here would show as a wrong table, not as a compile error.</summary>
public sealed partial class FeedDeclarationTests
{
    private static readonly FeedMeanings Meanings = FeedMeanings.Load();

    public static TheoryData<string> Feeds => [.. FeedCatalogue.All.Select(feed => feed.Name)];

    [Fact]
    public void Every_record_is_in_the_catalogue_once()
    {
        Type[] records = [.. typeof(FeedRow).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(FeedRow)))];

        Assert.Equal(records.Length, FeedCatalogue.All.Count);
        Assert.Equal(records.ToHashSet(), FeedCatalogue.All.Select(feed => feed.RecordType).ToHashSet());
        Assert.Equal(records.Length, FeedCatalogue.All.Select(feed => feed.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void The_name_is_the_record_in_snake_case(string name)
    {
        Feed feed = FeedCatalogue.Find(name)!;

        Assert.Matches(SnakeCaseName(), feed.Name);
        Assert.Equal(feed.RecordType.Name, string.Concat(feed.Name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..])));
        Assert.All(feed.Columns, column => Assert.Matches(SnakeCaseName(), column.Name));
        Assert.Equal(feed.Columns.Count, feed.Columns.Select(column => column.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Everything_has_a_Chinese_label_and_an_English_meaning(string name)
    {
        Feed feed = FeedCatalogue.Find(name)!;

        Assert.Matches(Chinese(), feed.Label);
        Assert.EndsWith(".", Meanings.Of(feed), StringComparison.Ordinal);
        Assert.All(feed.Columns, column => Assert.Matches(Chinese(), column.Label));
        Assert.All(feed.Columns, column => Assert.EndsWith(".", Meanings.Of(column), StringComparison.Ordinal));
        Assert.Equal(feed.Columns.Count, feed.Columns.Select(column => column.Label).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_reference_is_a_text_that_ends_in_id_and_points_to_a_dimension(string name)
    {
        FeedColumn[] references = [.. FeedCatalogue.Find(name)!.Columns.Where(column => column.References is not null)];

        Assert.All(references, column => Assert.Equal(FeedType.Text, column.Type));
        Assert.All(references, column => Assert.EndsWith("_id", column.Name, StringComparison.Ordinal));
        Assert.All(references, column => Assert.Equal(FeedKind.Dimension, FeedCatalogue.Find(column.References!)!.Kind));
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_number_says_its_unit_and_nothing_else_does(string name)
    {
        HashSet<string> units = [.. typeof(Units).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];
        FeedColumn[] own = [.. FeedCatalogue.Find(name)!.Columns.Where(column => column.Property.DeclaringType != typeof(FeedRow))];

        Assert.All(own, column => Assert.True(column.Unit is null || units.Contains(column.Unit), $"{name}.{column.Name} has the unit {column.Unit}."));
        Assert.All(
            own.Where(column => column.Unit is not null),
            column => Assert.True(IsNumber(column), $"{name}.{column.Name} has a unit but is no number."));
        Assert.All(
            own.Where(column => column.Type is FeedType.Decimal or FeedType.Double),
            column => Assert.True(column.Unit is not null, $"{name}.{column.Name} is measured but says no unit."));
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void Limits_fit_the_type(string name)
    {
        FeedColumn[] columns = [.. FeedCatalogue.Find(name)!.Columns];

        Assert.All(columns.Where(column => column.Allowed.Count > 0), column => Assert.Equal(FeedType.Text, column.Type));
        Assert.All(columns.Where(column => column.Min is not null || column.Max is not null), column => Assert.True(IsNumber(column), column.Name));
        Assert.All(columns, column => Assert.False(column.Min > column.Max, column.Name));
        Assert.All(columns, column => Assert.Equal(column.Allowed.Distinct(StringComparer.Ordinal), column.Allowed));
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void A_fact_has_a_required_business_date_and_a_dimension_has_none(string name)
    {
        Feed feed = FeedCatalogue.Find(name)!;

        Assert.Equal(feed.Kind is FeedKind.Fact, feed.BusinessDate is not null);
        Assert.True(feed.BusinessDate is null or { Type: FeedType.Date, IsRequired: true }, $"{name}: the business date must be a required Date.");
    }

    [Fact]
    public void Money_is_decimal_and_its_feed_says_the_currency()
    {
        Feed[] feeds = [.. FeedCatalogue.All.Where(feed => feed.Columns.Any(column => column.Unit is Units.Money))];

        Assert.NotEmpty(feeds);
        Assert.All(feeds.SelectMany(feed => feed.Columns).Where(column => column.Unit is Units.Money), column => Assert.Equal(FeedType.Decimal, column.Type));
        Assert.All(feeds, feed => Assert.True(feed.Column("currency") is not null, $"{feed.Name} has amounts of no currency."));
    }

    private static bool IsNumber(FeedColumn column) => column.Type is FeedType.Decimal or FeedType.Double or FeedType.Integer;

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCaseName();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
