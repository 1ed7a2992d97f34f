namespace ProdSales.Feeds;

/// <summary>The share of one person in one opportunity; the shares of an opportunity sum to 1.</summary>
[Feed("opportunity_team", FeedKind.Fact, "商机团队", BusinessDate = nameof(AssignedDate), Whole = nameof(OpportunityId))]
public sealed record OpportunityTeam : FeedRow
{
    /// <summary>Day from which the person takes part.</summary>
    [Column("加入日期")]
    public required DateOnly AssignedDate { get; init; }

    /// <summary>Source id of the opportunity.</summary>
    [Column("商机")]
    public required string OpportunityId { get; init; }

    /// <summary>Person who takes part.</summary>
    [Column("员工", References = typeof(Employee))]
    public required string EmployeeId { get; init; }

    /// <summary>Part played, as in owner, presales.</summary>
    [Column("角色")]
    public string? Role { get; init; }

    /// <summary>Share of the opportunity.</summary>
    [Column("权重", Unit = Units.Ratio, Min = 0, Max = 1)]
    public required double Weight { get; init; }
}
