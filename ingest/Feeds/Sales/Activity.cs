namespace ProdSales.Feeds;

/// <summary>One interaction with a customer, as it happened; never in the future and never overwritten.</summary>
[Feed("activity", FeedKind.Fact, "客户互动", BusinessDate = nameof(ActivityDate))]
public sealed record Activity : FeedRow
{
    /// <summary>Day of the interaction.</summary>
    [Column("日期")]
    public required DateOnly ActivityDate { get; init; }

    /// <summary>When it began.</summary>
    [Column("开始时间")]
    public DateTime? StartedAt { get; init; }

    /// <summary>What kind of interaction.</summary>
    [Column("类型", Allowed = ["visit", "call", "message", "meeting", "demo", "email"])]
    public required string Kind { get; init; }

    /// <summary>Customer; null while only a lead is known.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Employee who was there.</summary>
    [Column("负责人", References = typeof(Employee))]
    public string? OwnerId { get; init; }

    /// <summary>Source id of the opportunity that it was for.</summary>
    [Column("商机")]
    public string? OpportunityId { get; init; }

    /// <summary>Source id of the lead that it was for.</summary>
    [Column("线索")]
    public string? LeadId { get; init; }

    /// <summary>Source id of the ticket that it was for.</summary>
    [Column("服务工单")]
    public string? TicketId { get; init; }

    /// <summary>Minutes that it took.</summary>
    [Column("时长", Unit = Units.Minutes, Min = 0)]
    public double? DurationMinutes { get; init; }

    /// <summary>What it was about.</summary>
    [Column("主题")]
    public string? Subject { get; init; }
}
