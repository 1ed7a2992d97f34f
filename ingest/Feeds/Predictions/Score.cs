namespace ProdSales.Feeds;

/// <summary>What a model said on one day about one thing: the probability of an outcome within a horizon; never overwritten.</summary>
/// <remarks>Rows carry the source system of the thing that they are about, so that customer, product and people are those of its source.</remarks>
[Feed("score", FeedKind.Fact, "模型评分", BusinessDate = nameof(ScoredDate), IsFromModels = true)]
public sealed record Score : FeedRow
{
    /// <summary>Day as of which it was said: nothing that came later is in it.</summary>
    [Column("评分日")]
    public required DateOnly ScoredDate { get; init; }

    /// <summary>What is predicted, as in win_90, order_lapse_180.</summary>
    [Column("预测对象")]
    public required string Prediction { get; init; }

    /// <summary>Model of the registry that said it.</summary>
    [Column("模型")]
    public required string ModelId { get; init; }

    /// <summary>Whether people are shown it, or whether it is only held against the champion.</summary>
    [Column("模型角色", Allowed = ["champion", "challenger"])]
    public required string ModelRole { get; init; }

    /// <summary>What the model has shown: without skill it says the base rate for everything.</summary>
    [Column("预测能力", Allowed = ["none", "weak", "good"])]
    public required string Skill { get; init; }

    /// <summary>Feed of the thing, as in opportunity.</summary>
    [Column("对象类型")]
    public required string SubjectType { get; init; }

    /// <summary>Source id of that thing.</summary>
    [Column("对象编号")]
    public required string SubjectId { get; init; }

    /// <summary>Customer concerned.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Product concerned.</summary>
    [Column("产品", References = typeof(Product))]
    public string? ProductId { get; init; }

    /// <summary>Device concerned.</summary>
    [Column("设备", References = typeof(Device))]
    public string? DeviceId { get; init; }

    /// <summary>Employee whose business it is.</summary>
    [Column("负责人", References = typeof(Employee))]
    public string? OwnerId { get; init; }

    /// <summary>Team whose business it is.</summary>
    [Column("团队", References = typeof(Organisation))]
    public string? OrganisationId { get; init; }

    /// <summary>Days from the day of the score within which the outcome counts.</summary>
    [Column("预测期天数", Unit = Units.Days, Min = 1)]
    public required long HorizonDays { get; init; }

    /// <summary>Probability of the outcome within the horizon.</summary>
    [Column("概率", Unit = Units.Ratio, Min = 0, Max = 1)]
    public required double Probability { get; init; }

    /// <summary>Day by which the outcome is as likely as not, read off the probabilities of all horizons; null where no such day can be told.</summary>
    [Column("预计发生日")]
    public DateOnly? ExpectedDate { get; init; }

    /// <summary>Why no day can be told: the outcome is less likely than not within the longest horizon, or one of the horizons has no model; null where a day is told or none is asked for.</summary>
    [Column("无预计日原因", Allowed = ["unlikely", "incomplete"])]
    public string? NoDateReason { get; init; }

    /// <summary>Share of the outcome among the rows of training.</summary>
    [Column("基准概率", Unit = Units.Ratio, Min = 0, Max = 1)]
    public double? BaseRate { get; init; }

    /// <summary>Probability that people gave on that day; null where nobody did.</summary>
    [Column("人工概率", Unit = Units.Ratio, Min = 0, Max = 1)]
    public double? StatedProbability { get; init; }

    /// <summary>What is at stake; null when unknown.</summary>
    [Column("涉及金额", Unit = Units.Money)]
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 code of the amount.</summary>
    [Column("币种")]
    public string? Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }
}
