namespace ProdSales.Simulation.Fulfilment;

/// <summary>The days that a promise has lost, by cause.</summary>
internal sealed class Delays
{
    internal int Material { get; set; }

    internal int Capacity { get; set; }

    internal int Quality { get; set; }

    internal int Transport { get; set; }

    /// <summary>Gets the cause that cost the most days.</summary>
    internal string MainCause => Math.Max(Math.Max(Material, Capacity), Math.Max(Quality, Transport)) switch
    {
        0 => "产能不足",
        int most when most == Material => "物料延迟",
        int most when most == Quality => "质量返工",
        int most when most == Transport => "物流延误",
        _ => "产能不足",
    };
}
