namespace ProdSales.Feeds;

/// <summary>One cost booked on a project.</summary>
[Feed("project_cost", FeedKind.Fact, "项目成本", BusinessDate = nameof(CostDate))]
public sealed record ProjectCost : FeedRow
{
    /// <summary>Day of the booking.</summary>
    [Column("成本日期")]
    public required DateOnly CostDate { get; init; }

    /// <summary>Project.</summary>
    [Column("项目", References = typeof(Project))]
    public required string ProjectId { get; init; }

    /// <summary>Source id of the task that it is for; null when it is for the whole project.</summary>
    [Column("任务")]
    public string? TaskId { get; init; }

    /// <summary>Unit that spent it.</summary>
    [Column("组织", References = typeof(Organisation))]
    public string? OrganisationId { get; init; }

    /// <summary>Customer of the project; null for an internal project.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>What it was spent on.</summary>
    [Column("类别", Allowed = ["labour", "material", "outside", "travel", "other"])]
    public required string Kind { get; init; }

    /// <summary>Amount; negative when a booking is taken back.</summary>
    [Column("金额", Unit = Units.Money)]
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217 code of the amount.</summary>
    [Column("币种")]
    public required string Currency { get; init; }

    /// <summary>Rate on the day of booking; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }
}
