namespace ProdSales.Feeds;

/// <summary>One of the strongest reasons of a score: what a feature added to it.</summary>
[Feed("score_reason", FeedKind.Fact, "评分原因", BusinessDate = nameof(ScoredDate), IsFromModels = true)]
public sealed record ScoreReason : FeedRow
{
    /// <summary>Day of the score.</summary>
    [Column("评分日")]
    public required DateOnly ScoredDate { get; init; }

    /// <summary>Source id of the score.</summary>
    [Column("评分编号")]
    public required string ScoreId { get; init; }

    /// <summary>Customer of the score.</summary>
    [Column("客户", References = typeof(Customer))]
    public string? CustomerId { get; init; }

    /// <summary>Employee of the score.</summary>
    [Column("负责人", References = typeof(Employee))]
    public string? OwnerId { get; init; }

    /// <summary>Place among the reasons of its direction, 1 for the strongest.</summary>
    [Column("名次", Unit = Units.Count, Min = 1)]
    public required long Place { get; init; }

    /// <summary>Whether it raises the probability or lowers it.</summary>
    [Column("方向", Allowed = ["raises", "lowers"])]
    public required string Direction { get; init; }

    /// <summary>Feature, as the definition of the prediction names it.</summary>
    [Column("特征")]
    public required string Feature { get; init; }

    /// <summary>Its value on that day, as text; null when it was unknown.</summary>
    [Column("特征值")]
    public string? FeatureValue { get; init; }

    /// <summary>What it adds to the log-odds against an average row of training; sign and place can be read, it is no probability.</summary>
    [Column("贡献", Unit = Units.LogOdds)]
    public required double Contribution { get; init; }
}
