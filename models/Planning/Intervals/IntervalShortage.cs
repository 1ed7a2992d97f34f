namespace ProdSales.Planning.Intervals;

/// <summary>Why a method has no intervals from a step on: too little is known of how it erred.</summary>
/// <param name="Method">The method.</param>
/// <param name="Step">The first step without intervals, 1 for the period after the origin.</param>
/// <param name="Errors">Errors of that step that are known.</param>
/// <param name="Origins">Origins that they are from.</param>
public sealed record IntervalShortage(string Method, int Step, int Errors, int Origins)
{
    /// <summary>So many errors make an interval.</summary>
    public const int FewestErrors = 60;

    /// <summary>So many origins they must be from at least: errors of one origin share its fate.</summary>
    public const int FewestOrigins = 6;
}
