namespace ProdSales.Feeds;

/// <summary>One opportunity with its milestones.</summary>
[Feed("opportunity", FeedKind.Fact, "商机", BusinessDate = nameof(CreatedDate))]
public sealed record Opportunity : FeedRow
{
    /// <summary>Day on which it was created; a reopening keeps it.</summary>
    [Column("创建日期")]
    public required DateOnly CreatedDate { get; init; }

    /// <summary>Customer; null while unknown.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Employee who owns it.</summary>
    [Column("负责人", References = typeof(Employee))]
    public string? OwnerId { get; init; }

    /// <summary>Team that it counts for.</summary>
    [Column("团队", References = typeof(Organisation))]
    public string? OrganisationId { get; init; }

    /// <summary>Product that it is mainly about.</summary>
    [Column("主要产品", References = typeof(Product))]
    public string? ProductId { get; init; }

    /// <summary>Source id of the lead that it came from.</summary>
    [Column("线索")]
    public string? LeadId { get; init; }

    /// <summary>Channel.</summary>
    [Column("渠道")]
    public string? Channel { get; init; }

    /// <summary>Day on which the seller expects the decision.</summary>
    [Column("预计关闭日期")]
    public DateOnly? ExpectedCloseDate { get; init; }

    /// <summary>Day on which it was won or lost; null while open. Without one it would be in no period, so that the row is refused.</summary>
    [Column("关闭日期", RequiredBy = nameof(Outcome), RequiredFor = ["won", "lost"], NotBefore = nameof(CreatedDate))]
    public DateOnly? ClosedDate { get; init; }

    /// <summary>How it stands.</summary>
    [Column("结果", Allowed = ["open", "won", "lost"])]
    public required string Outcome { get; init; }

    /// <summary>Expected amount while open, contract amount when won; null when the source gives none.</summary>
    [Column("金额", Unit = Units.Money)]
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 code of the amount.</summary>
    [Column("币种")]
    public required string Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }

    /// <summary>Seller's own probability to win.</summary>
    [Column("销售预估概率", Unit = Units.Ratio, Min = 0, Max = 1)]
    public double? RepProbability { get; init; }

    /// <summary>Probability to win that a model gives; it never replaces the seller's own.</summary>
    [Column("模型概率", Unit = Units.Ratio, Min = 0, Max = 1)]
    public double? ModelProbability { get; init; }

    /// <summary>Stage that it is in.</summary>
    [Column("当前阶段", References = typeof(Stage))]
    public string? StageId { get; init; }

    /// <summary>Why it was lost.</summary>
    [Column("丢单原因")]
    public string? LostReason { get; init; }

    /// <summary>Main competitor.</summary>
    [Column("竞争对手")]
    public string? Competitor { get; init; }
}
