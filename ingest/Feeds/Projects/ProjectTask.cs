namespace ProdSales.Feeds;

/// <summary>One task of a project, with its plan and how far it has come.</summary>
[Feed("project_task", FeedKind.Fact, "项目任务", BusinessDate = nameof(PlannedFinishDate))]
public sealed record ProjectTask : FeedRow
{
    /// <summary>Day by which it is planned to be done.</summary>
    [Column("计划完成日期", NotBefore = nameof(PlannedStartDate))]
    public required DateOnly PlannedFinishDate { get; init; }

    /// <summary>Day on which it is planned to begin; null when only the end is planned.</summary>
    [Column("计划开始日期")]
    public DateOnly? PlannedStartDate { get; init; }

    /// <summary>Project.</summary>
    [Column("项目", References = typeof(Project))]
    public required string ProjectId { get; init; }

    /// <summary>Name as people read it.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>Department that does it.</summary>
    [Column("部门", Allowed = ["sales", "engineering", "purchasing", "production", "quality", "logistics", "service", "finance"])]
    public required string Department { get; init; }

    /// <summary>Unit that does it.</summary>
    [Column("组织", References = typeof(Organisation))]
    public string? OrganisationId { get; init; }

    /// <summary>Employee who does it.</summary>
    [Column("负责人", References = typeof(Employee))]
    public string? OwnerId { get; init; }

    /// <summary>Customer of the project; null for an internal project.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Source id of the task before it; null when it waits for none.</summary>
    [Column("前置任务")]
    public string? PredecessorId { get; init; }

    /// <summary>Feed of the paper that it is done by, as in work_order; null when there is none.</summary>
    [Column("关联单据类型")]
    public string? DocumentType { get; init; }

    /// <summary>Source id of that paper.</summary>
    [Column("关联单据编号")]
    public string? DocumentId { get; init; }

    /// <summary>Day on which it began; null while it has not.</summary>
    [Column("实际开始日期")]
    public DateOnly? StartedDate { get; init; }

    /// <summary>Day on which it was done; null while it is not.</summary>
    [Column("实际完成日期", NotBefore = nameof(StartedDate))]
    public DateOnly? FinishedDate { get; init; }

    /// <summary>How far it has come, by the judgement of its owner; null when nobody judged.</summary>
    [Column("进度", Unit = Units.Ratio, Min = 0, Max = 1)]
    public double? Progress { get; init; }

    /// <summary>What may go wrong, as its owner sees it; null when nobody judged.</summary>
    [Column("风险", Allowed = ["low", "medium", "high"])]
    public string? Risk { get; init; }

    /// <summary>Budget of the task.</summary>
    [Column("预算金额", Unit = Units.Money, Min = 0)]
    public required decimal PlannedAmount { get; init; }

    /// <summary>ISO 4217 code of the budget.</summary>
    [Column("币种")]
    public required string Currency { get; init; }

    /// <summary>Rate on the day of planning; 1 for the group currency.</summary>
    [Column("汇率", Unit = Units.ExchangeRate, Min = 0)]
    public double? ExchangeRate { get; init; }
}
