using System.Globalization;
using System.Text;

namespace ProdSales.Feeds.Documents;

/// <summary>The handbook of all feeds, as Markdown: what an engineer who connects a source reads first.</summary>
public static class FeedHandbook
{
    private const string Introduction =
        """
        # Feeds 数据馈送
        Every transaction and every master record enters the warehouse as a row of one of the feeds below, whatever system it comes from.
        A feed file has one column for each name in its table, in any order; columns that are not required may be left out.
        The JSON Schema of one row of each feed is in `schemas/`. This page and the schemas are generated from the records in `ingest/Feeds`.

        - **Text** is Unicode; an empty text is a missing value.
        - **Decimal** has up to 14 digits before and 4 after the point; the point is `.`, and there are no thousands separators.
        - **Date** is `yyyy-MM-dd` in the plant's calendar; **Instant** is UTC, `yyyy-MM-dd hh:mm:ss` with up to 6 decimals.
        - A reference holds the `source_id` of a row of the named dimension in the same `source_system`.
        - A row is known by `source_system` and `source_id`; of several versions the highest `version` stays.

        """;

    /// <summary>Writes the handbook.</summary>
    /// <param name="meanings">What each feed and column means.</param>
    /// <returns>A Markdown document in the order of the catalogue, with LF line ends.</returns>
    public static string Markdown(FeedMeanings meanings)
    {
        ArgumentNullException.ThrowIfNull(meanings);
        StringBuilder text = new();
        text.Append(Introduction.ReplaceLineEndings("\n")).Append('\n');
        text.Append("| feed | 中文 | kind | a row is |\n|---|---|---|---|\n");
        foreach (Feed feed in FeedCatalogue.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [{feed.Name}](#{feed.Name}) | {feed.Label} | {KindOf(feed)} | {meanings.Of(feed)} |\n");
        }

        foreach (Feed feed in FeedCatalogue.All)
        {
            AppendFeed(text, feed, meanings);
        }

        return text.ToString();
    }

    private static void AppendFeed(StringBuilder text, Feed feed, FeedMeanings meanings)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {feed.Name}\n{EnglishLabel(feed)} {feed.Label}. {meanings.Of(feed)}\n");
        if (feed.BusinessDate is { } date)
        {
            text.Append(CultureInfo.InvariantCulture, $"A row finds the dimension versions of its `{date.Name}`.\n");
        }

        if (feed.Whole is { } whole)
        {
            text.Append(CultureInfo.InvariantCulture, $"The `weight` of all rows of one `{whole.Name}` sums to 1; they come in one batch.\n");
        }

        text.Append("\n| column | 中文 | type | required | unit | points to or allows | meaning |\n|---|---|---|---|---|---|---|\n");
        foreach (FeedColumn column in feed.Columns)
        {
            string required = column.IsRequired ? "yes" : column.RequiredBy is { } other ? $"where {other} is {string.Join(" or ", column.RequiredFor.Select(text => $"`{text}`"))}" : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {column.Name} | {column.Label} | {column.Type} | {required} | {column.Unit} | {Limits(column)} | {meanings.Of(column)} |\n");
        }
    }

    private static string Limits(FeedColumn column) => column switch
    {
        { References: { } dimension } => $"[{dimension}](#{dimension})",
        { NotBefore: { } earlier } => $"not before `{earlier}`",
        { NamesMeasure: true } => "a [measure](metrics.md) with a good direction",
        { Allowed.Count: > 0 } => string.Join(", ", column.Allowed.Select(text => $"`{text}`")),
        { Min: { } min, Max: { } max } => string.Create(CultureInfo.InvariantCulture, $"{min} to {max}"),
        { Min: { } min } => string.Create(CultureInfo.InvariantCulture, $"{min} or more"),
        { Max: { } max } => string.Create(CultureInfo.InvariantCulture, $"{max} or less"),
        _ => "",
    };

    private static string EnglishLabel(Feed feed) => char.ToUpperInvariant(feed.Name[0]) + feed.Name[1..].Replace('_', ' ');

    private static string KindOf(Feed feed) => feed.Kind is FeedKind.Dimension ? "dimension" : "fact";
}
