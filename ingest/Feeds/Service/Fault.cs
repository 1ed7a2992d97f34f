namespace ProdSales.Feeds;

/// <summary>A fault in the fault tree, from the system down to the part.</summary>
[Feed("fault", FeedKind.Dimension, "故障")]
public sealed record Fault : FeedRow
{
    /// <summary>Name as people read it.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Fault that this one is a case of; null at the top.</summary>
    [Column("上级故障", References = typeof(Fault))]
    public string? ParentId { get; init; }

    /// <summary>System of the machine, as in hydraulics.</summary>
    [Column("所属系统")]
    public string? System { get; init; }

    /// <summary>Number of the 8D report that deals with it; null when there is none.</summary>
    [Column("纠正措施")]
    public string? CorrectiveAction { get; init; }
}
