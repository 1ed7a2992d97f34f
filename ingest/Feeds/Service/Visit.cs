namespace ProdSales.Feeds;

/// <summary>One visit of an engineer.</summary>
[Feed("visit", FeedKind.Fact, "上门服务", BusinessDate = nameof(VisitDate))]
public sealed record Visit : FeedRow
{
    /// <summary>Day.</summary>
    [Column("上门日期")]
    public required DateOnly VisitDate { get; init; }

    /// <summary>Source id of the ticket.</summary>
    [Column("服务工单")]
    public required string TicketId { get; init; }

    /// <summary>Engineer.</summary>
    [Column("工程师", References = typeof(Employee))]
    public string? EngineerId { get; init; }

    /// <summary>Customer.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Device.</summary>
    [Column("设备", References = typeof(Device))]
    public string? DeviceId { get; init; }

    /// <summary>When the engineer arrived.</summary>
    [Column("到达时间")]
    public DateTime? StartedAt { get; init; }

    /// <summary>When the engineer left.</summary>
    [Column("离开时间", NotBefore = nameof(StartedAt))]
    public DateTime? FinishedAt { get; init; }

    /// <summary>Minutes of travel.</summary>
    [Column("路途分钟", Unit = Units.Minutes, Min = 0)]
    public double? TravelMinutes { get; init; }

    /// <summary>Minutes of work.</summary>
    [Column("作业分钟", Unit = Units.Minutes, Min = 0)]
    public double? WorkMinutes { get; init; }

    /// <summary>Whether the fault was gone afterwards.</summary>
    [Column("已修复")]
    public bool? IsFixed { get; init; }

    /// <summary>Cost of travel and work.</summary>
    [Column("成本", Unit = Units.Money)]
    public decimal? CostAmount { get; init; }

    /// <summary>ISO 4217 code of the cost.</summary>
    [Column("币种")]
    public string? Currency { get; init; }
}
