namespace ProdSales.Semantics;

/// <summary>A difference of differences with its interval at 95 %.</summary>
/// <param name="Effect">In the unit of the measure.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
public sealed record Estimate(double Effect, double Low, double High)
{
    /// <summary>True when the interval leaves 0 out.</summary>
    public bool IsTold => Low > 0 || High < 0;
}
