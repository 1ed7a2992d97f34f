namespace ProdSales.Feeds;

/// <summary>One change of a promised date as the source reports it; sources without such a record leave it away, and the changes follow from the versions of their schedule lines.</summary>
[Feed("promise_revision", FeedKind.Fact, "承诺变更通知", BusinessDate = nameof(ChangedDate))]
public sealed record PromiseRevision : FeedRow
{
    /// <summary>Day on which the date was changed.</summary>
    [Column("变更日期")]
    public required DateOnly ChangedDate { get; init; }

    /// <summary>Source id of the schedule line.</summary>
    [Column("计划行")]
    public required string ScheduleLineId { get; init; }

    /// <summary>Order.</summary>
    [Column("订单号")]
    public string? OrderId { get; init; }

    /// <summary>Customer.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Product.</summary>
    [Column("产品", References = typeof(Product))]
    public string? ProductId { get; init; }

    /// <summary>Day promised before.</summary>
    [Column("原承诺日期")]
    public required DateOnly FromDate { get; init; }

    /// <summary>Day promised from now on.</summary>
    [Column("新承诺日期")]
    public required DateOnly ToDate { get; init; }

    /// <summary>Why it was changed.</summary>
    [Column("原因", References = typeof(Reason))]
    public string? ReasonId { get; init; }

    /// <summary>Who caused it.</summary>
    [Column("责任方", Allowed = ["customer", "sales", "production", "purchasing", "supplier", "logistics", "quality"])]
    public string? CausedBy { get; init; }

    /// <summary>Employee who changed it.</summary>
    [Column("变更人", References = typeof(Employee))]
    public string? ChangedById { get; init; }
}
