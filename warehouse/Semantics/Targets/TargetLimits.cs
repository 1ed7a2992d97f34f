namespace ProdSales.Semantics;

/// <summary>How much of a target is enough.</summary>
/// <param name="Green">From where on (or, where less is better, up to where) the target is met, as a share of it.</param>
/// <param name="Amber">From where on (or up to where) it is nearly met; what lies beyond is red.</param>
internal readonly record struct TargetLimits(decimal Green, decimal Amber)
{
    /// <summary>The limits where none are named.</summary>
    internal static TargetLimits Usual(GoodDirection good) => new(1m, good is GoodDirection.Down ? 1.1m : 0.9m);
}
