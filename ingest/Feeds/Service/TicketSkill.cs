namespace ProdSales.Feeds;

/// <summary>The share of one skill in what a ticket needs; the shares of a ticket sum to 1.</summary>
[Feed("ticket_skill", FeedKind.Fact, "工单技能", BusinessDate = nameof(CreatedDate), Whole = nameof(TicketId))]
public sealed record TicketSkill : FeedRow
{
    /// <summary>Day on which the ticket was opened.</summary>
    [Column("创建日期")]
    public required DateOnly CreatedDate { get; init; }

    /// <summary>Source id of the ticket.</summary>
    [Column("服务工单")]
    public required string TicketId { get; init; }

    /// <summary>Skill that is needed.</summary>
    [Column("技能")]
    public required string Skill { get; init; }

    /// <summary>Share of the work that needs it.</summary>
    [Column("权重", Unit = Units.Ratio, Min = 0, Max = 1)]
    public required double Weight { get; init; }
}
