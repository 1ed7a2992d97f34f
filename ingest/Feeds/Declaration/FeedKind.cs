namespace ProdSales.Feeds;

/// <summary>How the rows of a feed live in the warehouse.</summary>
public enum FeedKind
{
    /// <summary>Master data with history: a change makes a new version (SCD2), and facts keep the version of their day.</summary>
    Dimension,

    /// <summary>A transaction, a milestone row or a periodic measurement: a higher version replaces the older row.</summary>
    Fact,
}
