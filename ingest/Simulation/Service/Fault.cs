using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Service;

/// <summary>A kind of fault: its code, and the family of spare parts that mends it.</summary>
internal sealed record Fault(string Code, string PartFamily, double Share)
{
    internal const string Question = "CS00";

    private static readonly Fault[] All =
    [
        new("EL01", "电气", 0.24), new("HY02", "液压", 0.2), new("BR03", "制动", 0.13), new("MA04", "门架", 0.14), new("PW05", "动力", 0.12), new("TY06", "轮胎", 0.17),
    ];

    /// <summary>Gets every fault that a machine can have.</summary>
    internal static IEnumerable<Fault> Codes => All.Append(Navigation);

    private static Fault Navigation { get; } = new("NV07", "导航", 1);

    /// <summary>Gets the fault that a bad lot of the traced component shows.</summary>
    internal static Fault OfTracedPart(string line) => line == "内燃叉车" ? All[4] : line == "AGV" ? Navigation : All[0];

    internal static Fault Draw(RandomStream dice)
    {
        double left = dice.Unit();
        return All.FirstOrDefault(fault => (left -= fault.Share) < 0) ?? All[^1];
    }
}
