namespace ProdSales.Feeds;

/// <summary>One option of one configuration: a configuration has one row for each option chosen.</summary>
[Feed("configuration_option", FeedKind.Fact, "配置选项", BusinessDate = nameof(CreatedDate))]
public sealed record ConfigurationOption : FeedRow
{
    /// <summary>Day on which the configuration was first chosen.</summary>
    [Column("建立日期")]
    public required DateOnly CreatedDate { get; init; }

    /// <summary>Configuration.</summary>
    [Column("配置", References = typeof(Configuration))]
    public required string ConfigurationId { get; init; }

    /// <summary>Group of which the option is one, as in mast, battery, tyres.</summary>
    [Column("选项组")]
    public required string OptionGroup { get; init; }

    /// <summary>Option that was chosen.</summary>
    [Column("选项")]
    public required string OptionValue { get; init; }
}
