namespace ProdSales.Feeds;

/// <summary>One alert, from raising to resolution.</summary>
[Feed("alert", FeedKind.Fact, "预警", BusinessDate = nameof(RaisedDate))]
public sealed record Alert : FeedRow
{
    /// <summary>Day on which it was raised.</summary>
    [Column("触发日期")]
    public required DateOnly RaisedDate { get; init; }

    /// <summary>Instant at which it was raised.</summary>
    [Column("触发时间")]
    public DateTime? RaisedAt { get; init; }

    /// <summary>What it warns of, as in late_order, stock_out.</summary>
    [Column("类型")]
    public required string Kind { get; init; }

    /// <summary>Feed of the thing that it is about, as in schedule_line.</summary>
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

    /// <summary>Employee who is to act.</summary>
    [Column("负责人", References = typeof(Employee))]
    public string? OwnerId { get; init; }

    /// <summary>How urgent.</summary>
    [Column("级别", Allowed = ["info", "warning", "critical"])]
    public string? Severity { get; init; }

    /// <summary>When the owner took note; null when not yet.</summary>
    [Column("确认时间", NotBefore = nameof(RaisedAt))]
    public DateTime? AcknowledgedAt { get; init; }

    /// <summary>When it was over; null while it stands.</summary>
    [Column("解除时间", NotBefore = nameof(RaisedAt))]
    public DateTime? ResolvedAt { get; init; }

    /// <summary>Whether the thing that it warned of came about; null while open.</summary>
    [Column("结果", Allowed = ["averted", "came_true", "false_alarm"])]
    public string? Outcome { get; init; }
}
