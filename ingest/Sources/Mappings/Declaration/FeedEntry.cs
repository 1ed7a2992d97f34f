using ProdSales.Feeds;

namespace ProdSales.Sources.Mappings.Declaration;

/// <summary>One source of rows for a feed.</summary>
/// <param name="Line">The line of the mapping on which it begins.</param>
/// <param name="Feed">The feed that it fills.</param>
/// <param name="From">The table whose rows become rows of the feed, one to one when there is no join.</param>
/// <param name="FromLine">The line of <c>from</c>.</param>
internal sealed record FeedEntry(int Line, Feed Feed, string From, int FromLine)
{
    /// <summary>Gets the SQL joins that follow the table, as written; null for none.</summary>
    internal string? Join { get; init; }

    /// <summary>Gets the line of <c>join</c>.</summary>
    internal int JoinLine { get; init; }

    /// <summary>Gets the condition that keeps a row; null keeps all.</summary>
    internal string? Where { get; init; }

    /// <summary>Gets the line of <c>where</c>.</summary>
    internal int WhereLine { get; init; }

    /// <summary>Gets the columns that are filled, those that follow from the head of the mapping included.</summary>
    internal required IReadOnlyList<ColumnRule> Columns { get; init; }

    /// <summary>Gets the kinds of dirt that are counted.</summary>
    internal required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>Gets what messages call the entry: the feed and the table.</summary>
    internal string Title => $"{Feed.Name} from {From}";
}
