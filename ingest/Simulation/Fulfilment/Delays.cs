namespace ProdSales.Simulation.Fulfilment;

/// <summary>The days that a promise has lost, by cause.</summary>
internal sealed class Delays
{
    internal int Material { get; set; }

    internal int Capacity { get; set; }

    internal int Quality { get; set; }

    internal int Transport { get; set; }

    /// <summary>The cause that cost the most days; when none was noted, what was made waited for its turn and what was bought for the
    /// carrier.</summary>
    internal string MainCause(bool isMade) => Math.Max(Math.Max(Material, Capacity), Math.Max(Quality, Transport)) switch
    {
        0 => isMade ? "产能不足" : "物流延误",
        int most when most == Material => "物料延迟",
        int most when most == Quality => "质量返工",
        int most when most == Transport => "物流延误",
        _ => "产能不足",
    };
}
