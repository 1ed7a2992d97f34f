namespace ProdSales.Simulation.Projects;

/// <summary>A step that every project takes: who does it, and what part of the budget it has.</summary>
internal sealed record ProjectStep(string Name, string Department, string CostKind, double BudgetShare)
{
    /// <summary>Gets the steps, each after the one that it waits for.</summary>
    internal static IReadOnlyList<ProjectStep> All { get; } =
    [
        new("合同交底", "sales", "labour", 0.01), new("技术设计", "engineering", "labour", 0.04), new("物料采购", "purchasing", "material", 0.62),
        new("生产装配", "production", "labour", 0.25), new("发运", "logistics", "outside", 0.03), new("安装验收", "service", "travel", 0.05),
    ];
}
