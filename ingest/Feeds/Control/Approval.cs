namespace ProdSales.Feeds;

/// <summary>One request for approval, from submission to decision.</summary>
[Feed("approval", FeedKind.Fact, "审批", BusinessDate = nameof(RequestedDate))]
public sealed record Approval : FeedRow
{
    /// <summary>Day on which it was submitted.</summary>
    [Column("提交日期")]
    public required DateOnly RequestedDate { get; init; }

    /// <summary>Instant at which it was submitted.</summary>
    [Column("提交时间")]
    public DateTime? RequestedAt { get; init; }

    /// <summary>What is to be approved, as in discount, rush_order, configuration.</summary>
    [Column("类型")]
    public required string Kind { get; init; }

    /// <summary>Feed of the thing that it is about, as in quote_line.</summary>
    [Column("对象类型")]
    public required string SubjectType { get; init; }

    /// <summary>Source id of that thing.</summary>
    [Column("对象编号")]
    public required string SubjectId { get; init; }

    /// <summary>Customer concerned.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Employee who asks.</summary>
    [Column("申请人", References = typeof(Employee))]
    public string? RequesterId { get; init; }

    /// <summary>Employee who decides; never the one who asks.</summary>
    [Column("审批人", References = typeof(Employee))]
    public string? ApproverId { get; init; }

    /// <summary>Amount that it is about.</summary>
    [Column("金额", Unit = Units.Money)]
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 code of the amounts.</summary>
    [Column("币种")]
    public required string Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }

    /// <summary>When it was decided; null while open.</summary>
    [Column("决定时间", NotBefore = nameof(RequestedAt))]
    public DateTime? DecidedAt { get; init; }

    /// <summary>How it was decided.</summary>
    [Column("结果", Allowed = ["open", "approved", "rejected", "recalled"])]
    public required string Outcome { get; init; }
}
