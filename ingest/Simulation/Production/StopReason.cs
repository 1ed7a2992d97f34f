using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Production;

/// <summary>Why a work centre stood still.</summary>
internal static class StopReason
{
    private static readonly string[] Reasons = ["设备故障", "缺料停线", "换模调整", "人员缺勤", "质量停线"];

    internal static string Draw(RandomStream dice) => dice.Pick(Reasons);
}
