namespace ProdSales.Feeds;

/// <summary>One line of a request for spare parts, filled at the first pick or later.</summary>
[Feed("part_request", FeedKind.Fact, "备件申请", BusinessDate = nameof(RequestedDate))]
public sealed record PartRequest : FeedRow
{
    /// <summary>Day of the request.</summary>
    [Column("申请日期")]
    public required DateOnly RequestedDate { get; init; }

    /// <summary>Instant of the request.</summary>
    [Column("申请时间")]
    public DateTime? RequestedAt { get; init; }

    /// <summary>Source id of the ticket.</summary>
    [Column("服务工单")]
    public string? TicketId { get; init; }

    /// <summary>Source id of the visit.</summary>
    [Column("上门")]
    public string? VisitId { get; init; }

    /// <summary>Spare part.</summary>
    [Column("备件", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Where it was asked for.</summary>
    [Column("仓库", References = typeof(StockLocation))]
    public string? StockLocationId { get; init; }

    /// <summary>Engineer who asked.</summary>
    [Column("工程师", References = typeof(Employee))]
    public string? EngineerId { get; init; }

    /// <summary>Quantity asked for.</summary>
    [Column("申请数量", Unit = Units.Quantity, Min = 0)]
    public required decimal RequestedQuantity { get; init; }

    /// <summary>Quantity issued at the first pick; null while nothing was picked, 0 when nothing was there.</summary>
    [Column("首次拣货数量", Unit = Units.Quantity, Min = 0)]
    public decimal? FirstPickQuantity { get; init; }

    /// <summary>Quantity issued so far, later picks included.</summary>
    [Column("发出数量", Unit = Units.Quantity, Min = 0)]
    public decimal? IssuedQuantity { get; init; }

    /// <summary>Day of the first pick.</summary>
    [Column("首次拣货日期")]
    public DateOnly? FirstPickDate { get; init; }

    /// <summary>Day on which all of it was issued; null while something is missing.</summary>
    [Column("发齐日期")]
    public DateOnly? IssuedDate { get; init; }
}
