using ProdSales.Forecasting.Intervals;
using ProdSales.Planning.Intervals;

namespace ProdSales.Planning.Running;

/// <summary>What a method says from an origin.</summary>
/// <param name="Method">The method.</param>
/// <param name="Points">The points, one array of all leaves a step.</param>
/// <param name="Intervals">Likewise; null where there is none.</param>
/// <param name="Shortage">Why intervals are missing; null where every step has some.</param>
internal sealed record Voice(string Method, double[][] Points, Interval?[][] Intervals, IntervalShortage? Shortage)
{
    /// <summary>A method whose intervals follow from how it erred.</summary>
    internal static Voice Of(string method, double[][] points, OwnErrors errors) => new(method, points, errors.Around(points), errors.Shortage(method));
}
