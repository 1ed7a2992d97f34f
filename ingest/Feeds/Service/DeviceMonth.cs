namespace ProdSales.Feeds;

/// <summary>Exposure of one device in one month, months without failure included.</summary>
[Feed("device_month", FeedKind.Fact, "设备月", BusinessDate = nameof(Month))]
public sealed record DeviceMonth : FeedRow
{
    /// <summary>First day of the month.</summary>
    [Column("月份")]
    public required DateOnly Month { get; init; }

    /// <summary>Device.</summary>
    [Column("设备", References = typeof(Device))]
    public required string DeviceId { get; init; }

    /// <summary>Product.</summary>
    [Column("产品", References = typeof(Product))]
    public string? ProductId { get; init; }

    /// <summary>Configuration.</summary>
    [Column("配置", References = typeof(Configuration))]
    public string? ConfigurationId { get; init; }

    /// <summary>Customer.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Hours of operation.</summary>
    [Column("运行小时", Unit = Units.Hours, Min = 0)]
    public required double OperatingHours { get; init; }

    /// <summary>Failures.</summary>
    [Column("故障数", Unit = Units.Count, Min = 0)]
    public required long Failures { get; init; }

    /// <summary>Full months since installation; null takes those since the device was installed.</summary>
    [Column("服役月数", Unit = Units.Count, Min = 0)]
    public long? MonthsInService { get; init; }
}
