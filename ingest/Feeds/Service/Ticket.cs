namespace ProdSales.Feeds;

/// <summary>One service ticket from report to close.</summary>
[Feed("ticket", FeedKind.Fact, "服务工单", BusinessDate = nameof(CreatedDate))]
public sealed record Ticket : FeedRow
{
    /// <summary>Day on which it was opened.</summary>
    [Column("创建日期")]
    public required DateOnly CreatedDate { get; init; }

    /// <summary>Instant at which it was opened.</summary>
    [Column("创建时间")]
    public DateTime? CreatedAt { get; init; }

    /// <summary>Customer.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Device.</summary>
    [Column("设备", References = typeof(Device))]
    public string? DeviceId { get; init; }

    /// <summary>Product.</summary>
    [Column("产品", References = typeof(Product))]
    public string? ProductId { get; init; }

    /// <summary>Engineer or agent in charge.</summary>
    [Column("负责人", References = typeof(Employee))]
    public string? OwnerId { get; init; }

    /// <summary>Team in charge.</summary>
    [Column("服务团队", References = typeof(Organisation))]
    public string? OrganisationId { get; init; }

    /// <summary>Channel, as in phone, WeChat, QR code.</summary>
    [Column("渠道")]
    public string? Channel { get; init; }

    /// <summary>Priority, as the source names it.</summary>
    [Column("优先级")]
    public string? Priority { get; init; }

    /// <summary>What it is about.</summary>
    [Column("类型", Allowed = ["repair", "question", "maintenance", "installation"])]
    public string? Kind { get; init; }

    /// <summary>Code of the fault.</summary>
    [Column("故障代码")]
    public string? FaultCode { get; init; }

    /// <summary>Fault as master data.</summary>
    [Column("故障", References = typeof(Fault))]
    public string? FaultId { get; init; }

    /// <summary>When a person first answered; automatic answers do not count; null when not yet.</summary>
    [Column("首次响应时间")]
    public DateTime? FirstResponseAt { get; init; }

    /// <summary>By when the first answer is due.</summary>
    [Column("响应时限")]
    public DateTime? ResponseDueAt { get; init; }

    /// <summary>When an automatic answer went out; it never stops the clock.</summary>
    [Column("自动回复时间")]
    public DateTime? AutoResponseAt { get; init; }

    /// <summary>Business minutes from opening to the first answer; null takes the span on the clock.</summary>
    [Column("首次响应分钟", Unit = Units.Minutes, Min = 0)]
    public double? FirstResponseMinutes { get; init; }

    /// <summary>Day on which it was resolved; null while open.</summary>
    [Column("解决日期", NotBefore = nameof(CreatedDate))]
    public DateOnly? ResolvedDate { get; init; }

    /// <summary>Instant at which it was resolved.</summary>
    [Column("解决时间", NotBefore = nameof(CreatedAt))]
    public DateTime? ResolvedAt { get; init; }

    /// <summary>Instant at which it was closed.</summary>
    [Column("关闭时间")]
    public DateTime? ClosedAt { get; init; }

    /// <summary>Minutes in which the clock stood still.</summary>
    [Column("挂起分钟", Unit = Units.Minutes, Min = 0)]
    public double? HoldMinutes { get; init; }

    /// <summary>Minutes of active repair.</summary>
    [Column("维修分钟", Unit = Units.Minutes, Min = 0)]
    public double? RepairMinutes { get; init; }

    /// <summary>Visits made; null takes the visits that the source reports.</summary>
    [Column("上门次数", Unit = Units.Count, Min = 0)]
    public long? VisitCount { get; init; }

    /// <summary>Times it was opened again.</summary>
    [Column("重开次数", Unit = Units.Count, Min = 0)]
    public long? ReopenedCount { get; init; }

    /// <summary>Where the ticket stands.</summary>
    [Column("状态", Allowed = ["open", "waiting", "resolved", "closed", "cancelled"])]
    public required string Status { get; init; }

    /// <summary>Cost of parts, work and travel.</summary>
    [Column("成本", Unit = Units.Money)]
    public decimal? CostAmount { get; init; }

    /// <summary>ISO 4217 code of the cost.</summary>
    [Column("币种")]
    public string? Currency { get; init; }

    /// <summary>Whether it is under warranty.</summary>
    [Column("保修内")]
    public bool? IsWarranty { get; init; }
}
