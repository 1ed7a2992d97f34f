namespace ProdSales.Simulation.Masters;

/// <summary>The tree of reasons for broken promises: what it was, and who caused it.</summary>
internal static class ReasonTree
{
    private const string Top = "RS-LATE";

    private static readonly (string Id, string Name, string CausedBy)[] Late =
    [
        ("RS-LATE-M", "物料延迟", "supplier"), ("RS-LATE-C", "产能不足", "production"), ("RS-LATE-Q", "质量返工", "quality"), ("RS-LATE-T", "物流延误", "logistics"),
    ];

    internal static string IdOf(string name) => Late.First(reason => reason.Name == name).Id;

    internal static string CausedBy(string name) => Late.First(reason => reason.Name == name).CausedBy;

    internal static IEnumerable<Reason> Rows() => Late.Select(reason => Row(reason.Id, reason.Name, Top)).Prepend(Row(Top, "交期延误", null));

    private static Reason Row(string id, string name, string? parent) =>
        new() { SourceSystem = Origin.System, SourceId = id, Name = name, Kind = "late", ParentId = parent };
}
