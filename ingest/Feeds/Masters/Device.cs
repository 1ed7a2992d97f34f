namespace ProdSales.Feeds;

/// <summary>A delivered machine at a customer, by serial number.</summary>
[Feed("device", FeedKind.Dimension, "设备")]
public sealed record Device : FeedRow
{
    /// <summary>Name or serial number as people read it.</summary>
    [Column("名称")]
    public string? Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Product that the device is one of.</summary>
    [Column("产品", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Customer who owns it.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Region where it stands.</summary>
    [Column("区域")]
    public string? Region { get; init; }

    /// <summary>Place where it stands.</summary>
    [Column("安装地点")]
    public string? Site { get; init; }

    /// <summary>Options in words or the hash of the configuration.</summary>
    [Column("配置")]
    public string? Configuration { get; init; }

    /// <summary>Configuration as master data.</summary>
    [Column("配置主数据", References = typeof(Configuration))]
    public string? ConfigurationId { get; init; }

    /// <summary>Lot of the component that is traced for early failures, or of the device itself.</summary>
    [Column("批次")]
    public string? Lot { get; init; }

    /// <summary>Day on which it went into service.</summary>
    [Column("安装日期")]
    public DateOnly? InstalledDate { get; init; }

    /// <summary>Last day of warranty, inclusive.</summary>
    [Column("保修截止")]
    public DateOnly? WarrantyEndDate { get; init; }

    /// <summary>Last day of service; null while in service.</summary>
    [Column("退役日期")]
    public DateOnly? RetiredDate { get; init; }
}
