namespace ProdSales.Simulation.Service;

/// <summary>The fault tree: what can be broken, under the system of the machine that it belongs to.</summary>
internal static class FaultTree
{
    internal static string IdOf(Fault? fault) => $"FT-{fault?.Code ?? Fault.Question}";

    internal static IEnumerable<Feeds.Fault> Rows() =>
    [
        Row("FT", "全部故障", null, null),
        Row(IdOf(null), "使用咨询", "FT", null),
        .. Fault.Codes.Select(fault => Row(IdOf(fault), $"{fault.PartFamily}故障", "FT", fault.PartFamily)),
    ];

    private static Feeds.Fault Row(string id, string name, string? parent, string? system) =>
        new() { SourceSystem = Origin.System, SourceId = id, Name = name, ParentId = parent, System = system };
}
