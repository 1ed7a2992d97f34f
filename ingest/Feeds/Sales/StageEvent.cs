namespace ProdSales.Feeds;

/// <summary>One move of an opportunity from stage to stage.</summary>
[Feed("stage_event", FeedKind.Fact, "阶段变更", BusinessDate = nameof(OccurredDate))]
public sealed record StageEvent : FeedRow
{
    /// <summary>Day of the move.</summary>
    [Column("发生日期")]
    public required DateOnly OccurredDate { get; init; }

    /// <summary>Instant of the move.</summary>
    [Column("发生时间")]
    public DateTime? OccurredAt { get; init; }

    /// <summary>Source id of the opportunity.</summary>
    [Column("商机")]
    public required string OpportunityId { get; init; }

    /// <summary>Customer of the opportunity.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Employee who owned it then.</summary>
    [Column("负责人", References = typeof(Employee))]
    public string? OwnerId { get; init; }

    /// <summary>Product that it is mainly about.</summary>
    [Column("主要产品", References = typeof(Product))]
    public string? ProductId { get; init; }

    /// <summary>Stage that it left; null at its beginning.</summary>
    [Column("原阶段", References = typeof(Stage))]
    public string? FromStageId { get; init; }

    /// <summary>Stage that it entered.</summary>
    [Column("新阶段", References = typeof(Stage))]
    public required string ToStageId { get; init; }

    /// <summary>What kind of move.</summary>
    [Column("类型", Allowed = ["enter", "advance", "skip", "back", "won", "lost", "reopen"])]
    public required string Kind { get; init; }

    /// <summary>Amount of the opportunity at the time.</summary>
    [Column("金额", Unit = Units.Money)]
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 code of the amount.</summary>
    [Column("币种")]
    public string? Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }

    /// <summary>Seller's own probability to win at the time.</summary>
    [Column("销售预估概率", Unit = Units.Ratio, Min = 0, Max = 1)]
    public double? RepProbability { get; init; }

    /// <summary>Day on which the seller then expected the decision.</summary>
    [Column("预计关闭日期")]
    public DateOnly? ExpectedCloseDate { get; init; }
}
