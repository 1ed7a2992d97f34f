namespace ProdSales.Feeds;

/// <summary>A kind of operation, wherever it is done.</summary>
[Feed("operation", FeedKind.Dimension, "工序")]
public sealed record Operation : FeedRow
{
    /// <summary>Name as people read it.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Usual place in a routing.</summary>
    [Column("工序号", Unit = Units.Count, Min = 0)]
    public long? Sequence { get; init; }

    /// <summary>What kind of work it is.</summary>
    [Column("类型", Allowed = ["make", "assemble", "test", "inspect", "move"])]
    public string? Kind { get; init; }
}
