namespace ProdSales.Semantics;

/// <summary>The two sides whose difference is to be explained.</summary>
public abstract record Contrast;

/// <summary>One span of days against another.</summary>
/// <param name="Now">The days asked about.</param>
/// <param name="Before">The days compared with; they must not overlap the others.</param>
public sealed record PeriodContrast(Period Now, Period Before) : Contrast;

/// <summary>One member of a dimension against another, over the same days.</summary>
/// <param name="Period">The days that count.</param>
/// <param name="Dimension">The dimension; it is left out of the attribution, for each side has one member of it.</param>
/// <param name="Now">Name of the member asked about, as it is called now; null is the unknown member.</param>
/// <param name="Before">Name of the member compared with.</param>
public sealed record MemberContrast(Period Period, Dimension Dimension, string? Now, string? Before) : Contrast;
