namespace ProdSales.Feeds;

/// <summary>One run of one interface to another system.</summary>
[Feed("integration_sync", FeedKind.Fact, "集成同步", BusinessDate = nameof(SyncDate))]
public sealed record IntegrationSync : FeedRow
{
    /// <summary>Day of the run.</summary>
    [Column("同步日期")]
    public required DateOnly SyncDate { get; init; }

    /// <summary>When it began.</summary>
    [Column("开始时间")]
    public DateTime? StartedAt { get; init; }

    /// <summary>When it ended; null while it runs or when it broke off.</summary>
    [Column("结束时间", NotBefore = nameof(StartedAt))]
    public DateTime? FinishedAt { get; init; }

    /// <summary>System at the other end.</summary>
    [Column("对端系统")]
    public required string Peer { get; init; }

    /// <summary>What is exchanged, as in sales orders.</summary>
    [Column("接口")]
    public required string Interface { get; init; }

    /// <summary>Which way it goes.</summary>
    [Column("方向", Allowed = ["pull", "push"])]
    public required string Direction { get; init; }

    /// <summary>Rows that went over.</summary>
    [Column("行数", Unit = Units.Count, Min = 0)]
    public required long RowsSent { get; init; }

    /// <summary>Rows that did not.</summary>
    [Column("失败行数", Unit = Units.Count, Min = 0)]
    public required long RowsFailed { get; init; }

    /// <summary>Minutes from the oldest change to its arrival.</summary>
    [Column("延迟", Unit = Units.Minutes, Min = 0)]
    public double? LagMinutes { get; init; }

    /// <summary>How it ended.</summary>
    [Column("结果", Allowed = ["done", "partial", "failed"])]
    public required string Outcome { get; init; }
}
