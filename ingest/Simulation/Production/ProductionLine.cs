namespace ProdSales.Simulation.Production;

/// <summary>A production line: the product line that it makes, the standard minutes of one machine at its own centres, and the workdays in
/// which it is usually promised.</summary>
internal sealed record ProductionLine(
    string Code, string Name, string ProductLine, double WeldMinutes, double AssemblyMinutes, double TestMinutes, int PromisedWorkdays)
{
    /// <summary>Gets the line of the paint shop and the final inspection, through which every machine goes.</summary>
    internal static ProductionLine Shared { get; } = new("G", "公共产线", "", 0, 0, 0, 0);

    /// <summary>Gets the lines; the shared one has no product line of its own.</summary>
    internal static IReadOnlyList<ProductionLine> All { get; } =
    [
        new("E", "电动车产线", "电动叉车", 150, 240, 60, 16),
        new("I", "内燃车产线", "内燃叉车", 170, 260, 70, 16),
        new("W", "仓储车产线", "仓储设备", 60, 110, 30, 15),
        new("A", "智能车产线", "AGV", 120, 380, 220, 20),
        new("T", "牵引车产线", "牵引车", 110, 190, 50, 16),
        Shared,
    ];

    internal static ProductionLine Of(string productLine) => All.First(line => line.ProductLine == productLine);
}
