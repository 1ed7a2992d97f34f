namespace ProdSales.Feeds;

/// <summary>A project: an order, or another undertaking, that several departments carry out together.</summary>
[Feed("project", FeedKind.Dimension, "项目")]
public sealed record Project : FeedRow
{
    /// <summary>Name as people read it.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Customer for whom it is done; null for an internal project.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Order that it carries out; null when there is none.</summary>
    [Column("订单")]
    public string? OrderId { get; init; }

    /// <summary>Employee who answers for it.</summary>
    [Column("项目经理", References = typeof(Employee))]
    public string? ManagerId { get; init; }

    /// <summary>First day planned.</summary>
    [Column("计划开始")]
    public DateOnly? PlannedStartDate { get; init; }

    /// <summary>Last day planned, inclusive.</summary>
    [Column("计划结束")]
    public DateOnly? PlannedFinishDate { get; init; }
}
