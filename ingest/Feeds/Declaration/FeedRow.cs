namespace ProdSales.Feeds;

/// <summary>What every row of every feed carries: where it comes from and which version of it this is.</summary>
/// <remarks>A row is identified by (source system, source id); of several versions the highest stays.</remarks>
public abstract record FeedRow
{
    /// <summary>System that the row comes from, as named by the mapping or module.</summary>
    [Column("来源系统")]
    public required string SourceSystem { get; init; }

    /// <summary>Id of the row in its source system; together with the system it identifies the row.</summary>
    [Column("来源编号")]
    public required string SourceId { get; init; }

    /// <summary>Version of the row; a higher one replaces a lower one, the same one changes nothing.</summary>
    [Column("版本", Min = 0)]
    public long Version { get; init; } = 1;

    /// <summary>When the source recorded this version; null when it does not say.</summary>
    [Column("记录时间")]
    public DateTime? RecordedAt { get; init; }
}
