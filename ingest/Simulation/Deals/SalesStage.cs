namespace ProdSales.Simulation.Deals;

/// <summary>The stages of the sales process, in their order; won and lost come last.</summary>
internal sealed record SalesStage(string Id, string Name, string NameZh, string Kind, double UsualProbability)
{
    internal const int Quoting = 2;

    internal static IReadOnlyList<SalesStage> Open { get; } =
    [
        new("ST-1", "Qualification", "需求确认", "open", 0.12),
        new("ST-2", "Solution", "方案交流", "open", 0.22),
        new("ST-3", "Quotation", "配置报价", "open", 0.38),
        new("ST-4", "Negotiation", "商务谈判", "open", 0.6),
        new("ST-5", "Contract", "合同评审", "open", 0.82),
    ];

    internal static SalesStage Won { get; } = new("ST-W", "Won", "赢单", "won", 1);

    internal static SalesStage Lost { get; } = new("ST-L", "Lost", "丢单", "lost", 0);

    internal static IEnumerable<Stage> Rows() => Open.Append(Won).Append(Lost).Select((stage, index) => new Stage
    {
        SourceSystem = Origin.System,
        SourceId = stage.Id,
        Name = stage.Name,
        NameZh = stage.NameZh,
        Sequence = index + 1,
        Kind = stage.Kind,
    });
}
