namespace ProdSales.Feeds;

/// <summary>One report of work on one operation.</summary>
[Feed("operation_report", FeedKind.Fact, "报工", BusinessDate = nameof(ReportDate))]
public sealed record OperationReport : FeedRow
{
    /// <summary>Business day that the work counts for.</summary>
    [Column("报工日期")]
    public required DateOnly ReportDate { get; init; }

    /// <summary>When the work began.</summary>
    [Column("开始时间")]
    public DateTime? StartedAt { get; init; }

    /// <summary>When the work ended.</summary>
    [Column("结束时间", NotBefore = nameof(StartedAt))]
    public DateTime? FinishedAt { get; init; }

    /// <summary>Source id of the work order.</summary>
    [Column("工单")]
    public required string WorkOrderId { get; init; }

    /// <summary>Number of the operation in the routing.</summary>
    [Column("工序号", Unit = Units.Count)]
    public long? OperationSequence { get; init; }

    /// <summary>Name of the operation.</summary>
    [Column("工序名称")]
    public string? OperationName { get; init; }

    /// <summary>Operation as master data.</summary>
    [Column("工序", References = typeof(Operation))]
    public string? OperationId { get; init; }

    /// <summary>Work centre.</summary>
    [Column("工作中心", References = typeof(WorkCentre))]
    public required string WorkCentreId { get; init; }

    /// <summary>Product made.</summary>
    [Column("产品", References = typeof(Product))]
    public string? ProductId { get; init; }

    /// <summary>Employee who reports.</summary>
    [Column("员工", References = typeof(Employee))]
    public string? EmployeeId { get; init; }

    /// <summary>Planned first day.</summary>
    [Column("计划开始")]
    public DateOnly? ScheduledStartDate { get; init; }

    /// <summary>Planned last day.</summary>
    [Column("计划结束", NotBefore = nameof(ScheduledStartDate))]
    public DateOnly? ScheduledEndDate { get; init; }

    /// <summary>Pieces begun; null takes good, scrapped and to be reworked together.</summary>
    [Column("投入数量", Unit = Units.Quantity, Min = 0)]
    public decimal? StartedQuantity { get; init; }

    /// <summary>Good pieces.</summary>
    [Column("合格数量", Unit = Units.Quantity, Min = 0)]
    public decimal? GoodQuantity { get; init; }

    /// <summary>Scrapped pieces.</summary>
    [Column("报废数量", Unit = Units.Quantity, Min = 0)]
    public decimal? ScrappedQuantity { get; init; }

    /// <summary>Pieces to be reworked.</summary>
    [Column("返工数量", Unit = Units.Quantity, Min = 0)]
    public decimal? ReworkQuantity { get; init; }

    /// <summary>True when the pieces go through the operation again after rework; null and false when for the first time.</summary>
    [Column("返工再加工")]
    public bool? IsRework { get; init; }

    /// <summary>Minutes of running.</summary>
    [Column("加工工时", Unit = Units.Minutes, Min = 0)]
    public double? RunMinutes { get; init; }

    /// <summary>Minutes of set-up.</summary>
    [Column("准备工时", Unit = Units.Minutes, Min = 0)]
    public double? SetupMinutes { get; init; }

    /// <summary>Cost by standard.</summary>
    [Column("计划成本", Unit = Units.Money)]
    public decimal? PlannedCost { get; init; }

    /// <summary>Cost of the time reported.</summary>
    [Column("实际成本", Unit = Units.Money)]
    public decimal? ActualCost { get; init; }

    /// <summary>ISO 4217 code of the costs.</summary>
    [Column("币种")]
    public string? Currency { get; init; }

    /// <summary>Reason of scrap, rework or a stop.</summary>
    [Column("原因")]
    public string? Reason { get; init; }
}
