namespace ProdSales.Simulation.Masters;

/// <summary>Under which assumptions the company's numbers hold.</summary>
internal static class Scenarios
{
    internal const string Plan = "SC-PLAN";

    internal static IEnumerable<Scenario> Rows() =>
    [
        new() { SourceSystem = Origin.System, SourceId = "SC-ACTUAL", Name = "实际", Kind = "actual" },
        new() { SourceSystem = Origin.System, SourceId = Plan, Name = "现行计划", Kind = "plan" },
    ];
}
