namespace ProdSales.Feeds;

/// <summary>One survey that was sent, answered or not.</summary>
[Feed("survey", FeedKind.Fact, "满意度调查", BusinessDate = nameof(AnsweredDate))]
public sealed record Survey : FeedRow
{
    /// <summary>Day of the answer; the day it was sent when there was none.</summary>
    [Column("回答日期")]
    public required DateOnly AnsweredDate { get; init; }

    /// <summary>Source id of the ticket; null for a relationship survey.</summary>
    [Column("服务工单")]
    public string? TicketId { get; init; }

    /// <summary>Customer.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Product.</summary>
    [Column("产品", References = typeof(Product))]
    public string? ProductId { get; init; }

    /// <summary>Device.</summary>
    [Column("设备", References = typeof(Device))]
    public string? DeviceId { get; init; }

    /// <summary>Satisfaction from 1 to 5; null when not answered.</summary>
    [Column("满意度", Unit = Units.Count, Min = 1, Max = 5)]
    public long? Csat { get; init; }

    /// <summary>Willingness to recommend from 0 to 10; null when not answered.</summary>
    [Column("推荐意愿", Unit = Units.Count, Min = 0, Max = 10)]
    public long? Nps { get; init; }
}
