using ProdSales.Feeds;

namespace ProdSales.Loading.Star;

/// <summary>The table of the star that holds a feed, and the rule by which feed columns become its columns.</summary>
internal sealed class StarTable
{
    /// <summary>The first day of the calendar, which every business date must lie on or after.</summary>
    internal static readonly DateOnly FirstDay = new(1990, 1, 1);

    /// <summary>The last day of the calendar.</summary>
    internal static readonly DateOnly LastDay = new(2059, 12, 31);

    private const string RegionColumn = "region";

    private static readonly string[] RegionMasters = ["customer", "organisation", "employee"];

    internal StarTable(Feed feed)
    {
        Feed = feed;
        References = [.. feed.Columns.Where(column => column.References is not null)];
        Plain = [.. feed.Columns.Skip(4).Where(column => column.References is null && !IsHeldApart(column))];
        Measures = [.. feed.Columns.Where(IsMeasure)];
        Money = [.. feed.Columns.Where(column => column.Unit == Units.Money)];
    }

    /// <summary>Gets the feed.</summary>
    internal Feed Feed { get; }

    /// <summary>Gets the name of the table.</summary>
    internal string Name => Feed.Table;

    /// <summary>Gets the columns that point to masters.</summary>
    internal IReadOnlyList<FeedColumn> References { get; }

    /// <summary>Gets the feed's own columns that are held under their own names: neither reference, nor a fact's region, nor the effective date.</summary>
    internal IReadOnlyList<FeedColumn> Plain { get; }

    /// <summary>Gets the columns that are reconciled: amounts, quantities, times and counts.</summary>
    internal IReadOnlyList<FeedColumn> Measures { get; }

    /// <summary>Gets the amounts.</summary>
    internal IReadOnlyList<FeedColumn> Money { get; }

    /// <summary>Gets a value indicating whether rows name their currency.</summary>
    internal bool HasCurrency => Feed.Column("currency") is not null;

    /// <summary>Gets a value indicating whether amounts may come in another currency than the group's.</summary>
    internal bool HasExchangeRate => Feed.Column("exchange_rate") is not null;

    /// <summary>Gets a value indicating whether rows may say their region themselves.</summary>
    internal bool HasOwnRegion => Feed.Kind is FeedKind.Fact && Feed.Column(RegionColumn) is not null;

    /// <summary>Gets a value indicating whether the fact has a region.</summary>
    internal bool HasRegion => HasOwnRegion || (Feed.Kind is FeedKind.Fact && References.Any(column => column.References == "customer"));

    /// <summary>Gets the references from which the region is taken when a row does not say it: the first customer, organisation and employee.</summary>
    internal IEnumerable<FeedColumn> RegionReferences => RegionMasters
        .Select(master => References.FirstOrDefault(column => column.References == master))
        .OfType<FeedColumn>();

    /// <summary>Gives the column of a fact that holds a reference.</summary>
    internal static string KeyColumn(FeedColumn reference) => reference.Name[..^"_id".Length] + "_key";

    /// <summary>Gives the column of a master that holds a reference to another master.</summary>
    internal static string DurableColumn(FeedColumn reference) => reference.Name[..^"_id".Length] + "_durable_key";

    /// <summary>Gives the column that holds an amount in the document's currency where that is not the group's.</summary>
    internal static string DocumentColumn(FeedColumn amount) => amount.Name + "_document";

    private static bool IsMeasure(FeedColumn column) =>
        column.Unit is Units.Money or Units.Quantity or Units.Minutes or Units.Hours
        || (column.Unit == Units.Count && column.Type is FeedType.Integer);

    private bool IsHeldApart(FeedColumn column) =>
        Feed.Kind is FeedKind.Dimension ? column.Name == "effective_date" : column.Name == RegionColumn;
}
