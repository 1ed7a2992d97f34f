using ProdSales.Feeds;

namespace ProdSales.Sources.Mappings;

/// <summary>One source of rows for a feed.</summary>
public sealed class MappedEntry
{
    internal MappedEntry(Feed feed, string from, string sql, string? countSql, IReadOnlyList<(string Name, string Meaning)> counted)
    {
        Feed = feed;
        From = from;
        Sql = sql;
        CountSql = countSql;
        Counted = counted;
    }

    /// <summary>Gets the feed.</summary>
    public Feed Feed { get; }

    /// <summary>Gets the table of the mapping that the rows come from.</summary>
    public string From { get; }

    /// <summary>Gets the SELECT, with the columns of <see cref="MappedFeed.Sql"/>.</summary>
    public string Sql { get; }

    /// <summary>Gets the statement that counts what the report tells of the entry beside good and bad rows; null when it keeps all rows and names no dirt.</summary>
    internal string? CountSql { get; }

    /// <summary>Gets the names of the dirt that <see cref="CountSql"/> counts, in its order after the two counts of rows.</summary>
    internal IReadOnlyList<(string Name, string Meaning)> Counted { get; }
}
