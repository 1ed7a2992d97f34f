namespace ProdSales.Feeds;

/// <summary>A customer or dealer as master data: who buys, where, and who looks after it.</summary>
[Feed("customer", FeedKind.Dimension, "客户")]
public sealed record Customer : FeedRow
{
    /// <summary>Registered or trading name.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Sales region, the first level of the usual drill path.</summary>
    [Column("区域")]
    public string? Region { get; init; }

    /// <summary>Country.</summary>
    [Column("国家")]
    public string? Country { get; init; }

    /// <summary>Province or state.</summary>
    [Column("省份")]
    public string? Province { get; init; }

    /// <summary>City.</summary>
    [Column("城市")]
    public string? City { get; init; }

    /// <summary>Industry of the customer.</summary>
    [Column("行业")]
    public string? Industry { get; init; }

    /// <summary>Commercial tier, as the source names it.</summary>
    [Column("等级")]
    public string? Tier { get; init; }

    /// <summary>Channel by which it buys, as in reseller, online, direct.</summary>
    [Column("渠道")]
    public string? Channel { get; init; }

    /// <summary>Employee who looks after the customer.</summary>
    [Column("负责人", References = typeof(Employee))]
    public string? OwnerId { get; init; }

    /// <summary>Customer that this one belongs to.</summary>
    [Column("上级客户", References = typeof(Customer))]
    public string? ParentId { get; init; }

    /// <summary>Day of the first record of the customer.</summary>
    [Column("建档日期")]
    public DateOnly? CreatedDate { get; init; }

    /// <summary>False when no more business is expected.</summary>
    [Column("有效")]
    public bool? IsActive { get; init; }
}
