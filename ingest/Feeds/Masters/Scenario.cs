namespace ProdSales.Feeds;

/// <summary>Under which assumption a number holds: what happened, what was planned, or what would happen.</summary>
[Feed("scenario", FeedKind.Dimension, "情景")]
public sealed record Scenario : FeedRow
{
    /// <summary>Name as people read it.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>What kind of assumption.</summary>
    [Column("类型", Allowed = ["actual", "plan", "what_if", "model"])]
    public required string Kind { get; init; }

    /// <summary>Version of the model that made it; null for what people plan.</summary>
    [Column("模型版本")]
    public string? ModelVersion { get; init; }
}
