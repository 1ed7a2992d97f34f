namespace ProdSales.Feeds;

/// <summary>A service contract for one term.</summary>
[Feed("contract", FeedKind.Dimension, "服务合同")]
public sealed record Contract : FeedRow
{
    /// <summary>Title or number as people read it.</summary>
    [Column("名称")]
    public string? Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Customer who holds it.</summary>
    [Column("客户", References = typeof(Customer))]
    public required string CustomerId { get; init; }

    /// <summary>Device that it covers; null when it covers the customer.</summary>
    [Column("设备", References = typeof(Device))]
    public string? DeviceId { get; init; }

    /// <summary>Kind of contract, as the source names it.</summary>
    [Column("类型")]
    public string? Kind { get; init; }

    /// <summary>First day of the term.</summary>
    [Column("开始日期")]
    public DateOnly? StartDate { get; init; }

    /// <summary>Last day of the term, on which renewal is due.</summary>
    [Column("到期日期")]
    public required DateOnly EndDate { get; init; }

    /// <summary>Days after the end within which a renewal still counts.</summary>
    [Column("宽限天数", Unit = Units.Count, Min = 0)]
    public long? GraceDays { get; init; }
}
