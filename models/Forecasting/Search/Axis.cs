namespace ProdSales.Forecasting.Search;

/// <summary>The values that one parameter may take.</summary>
/// <param name="Low">The least value.</param>
/// <param name="High">The greatest value.</param>
/// <param name="Step">How far the first refinement looks around the best value of the grid.</param>
/// <param name="Grid">The values tried first.</param>
internal sealed record Axis(double Low, double High, double Step, double[] Grid)
{
    /// <summary>Whether there is anything to search.</summary>
    internal bool IsFree => High > Low;

    /// <summary>A parameter that is held.</summary>
    internal static Axis Held(double value) => new(value, value, 0, [value]);
}
