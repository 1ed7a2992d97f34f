namespace ProdSales.Feeds;

/// <summary>One complete choice of options for a product; equal choices are one configuration, known by their hash.</summary>
[Feed("configuration", FeedKind.Dimension, "配置")]
public sealed record Configuration : FeedRow
{
    /// <summary>Options in words, in the order of their groups.</summary>
    [Column("名称")]
    public required string Name { get; init; }

    /// <summary>First day on which this version holds; null when it holds from the beginning.</summary>
    [Column("生效日期")]
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>Product that is configured.</summary>
    [Column("产品", References = typeof(Product))]
    public required string ProductId { get; init; }

    /// <summary>Hash of product and options, by which equal configurations are found.</summary>
    [Column("配置哈希")]
    public required string Hash { get; init; }

    /// <summary>Bill of materials that follows from it.</summary>
    [Column("物料清单版本", References = typeof(BomVersion))]
    public string? BomVersionId { get; init; }

    /// <summary>Version of the configuration rules under which it was found valid.</summary>
    [Column("规则版本")]
    public string? RuleVersion { get; init; }
}
