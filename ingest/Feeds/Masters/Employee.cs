namespace ProdSales.Feeds;

/// <summary>A person who sells, makes or serves.</summary>
[Feed("employee", FeedKind.Dimension, "员工")]
public sealed record Employee : FeedRow
{
    /// <summary>Name as shown on screens.</summary>
    [Column("姓名")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Role, as in sales, engineer, planner, manager.</summary>
    [Column("岗位")]
    public string? Role { get; init; }

    /// <summary>Team or department that the person belongs to.</summary>
    [Column("部门", References = typeof(Organisation))]
    public string? OrganisationId { get; init; }

    /// <summary>Employee to whom the person reports.</summary>
    [Column("上级", References = typeof(Employee))]
    public string? ManagerId { get; init; }

    /// <summary>Region that the person works in.</summary>
    [Column("区域")]
    public string? Region { get; init; }

    /// <summary>First day of work.</summary>
    [Column("入职日期")]
    public DateOnly? HiredDate { get; init; }

    /// <summary>Last day of work; null while employed.</summary>
    [Column("离职日期")]
    public DateOnly? LeftDate { get; init; }
}
