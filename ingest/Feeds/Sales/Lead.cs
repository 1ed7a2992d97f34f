namespace ProdSales.Feeds;

/// <summary>One lead, from capture to conversion.</summary>
[Feed("lead", FeedKind.Fact, "线索", BusinessDate = nameof(CapturedDate))]
public sealed record Lead : FeedRow
{
    /// <summary>Day on which the lead came in.</summary>
    [Column("获取日期")]
    public required DateOnly CapturedDate { get; init; }

    /// <summary>Instant at which it came in.</summary>
    [Column("获取时间")]
    public DateTime? CapturedAt { get; init; }

    /// <summary>Channel, as in website, trade fair, referral.</summary>
    [Column("渠道")]
    public string? Channel { get; init; }

    /// <summary>Campaign that brought it.</summary>
    [Column("活动")]
    public string? Campaign { get; init; }

    /// <summary>Campaign as master data.</summary>
    [Column("市场活动", References = typeof(Campaign))]
    public string? CampaignId { get; init; }

    /// <summary>Company as written by the source.</summary>
    [Column("公司名称")]
    public string? CompanyName { get; init; }

    /// <summary>Region that it was assigned to.</summary>
    [Column("区域")]
    public string? Region { get; init; }

    /// <summary>Industry.</summary>
    [Column("行业")]
    public string? Industry { get; init; }

    /// <summary>Employee who owns it; null while in the pool.</summary>
    [Column("负责人", References = typeof(Employee))]
    public string? OwnerId { get; init; }

    /// <summary>When it was assigned.</summary>
    [Column("分配时间")]
    public DateTime? AssignedAt { get; init; }

    /// <summary>By when a person must have made contact; null when no limit is set.</summary>
    [Column("跟进时限")]
    public DateTime? FirstTouchDueAt { get; init; }

    /// <summary>When a person first made contact; null when not yet.</summary>
    [Column("首次跟进时间")]
    public DateTime? FirstTouchAt { get; init; }

    /// <summary>When it was found worth a deal.</summary>
    [Column("合格时间", NotBefore = nameof(CapturedAt))]
    public DateTime? QualifiedAt { get; init; }

    /// <summary>When an opportunity was made of it.</summary>
    [Column("转化时间", NotBefore = nameof(CapturedAt))]
    public DateTime? ConvertedAt { get; init; }

    /// <summary>Source id of that opportunity.</summary>
    [Column("商机")]
    public string? OpportunityId { get; init; }

    /// <summary>Source id of the lead that it was merged into; null when it stands alone.</summary>
    [Column("合并到")]
    public string? MergedIntoId { get; init; }

    /// <summary>Where the lead stands.</summary>
    [Column("状态", Allowed = ["new", "assigned", "working", "qualified", "converted", "disqualified", "merged", "reclaimed"])]
    public required string Status { get; init; }
}
