namespace ProdSales.Semantics;

/// <summary>A span of business days.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    /// <summary>True when it starts on the first day of a month and ends on the last day of one.</summary>
    public bool IsWholeMonths => From.Day == 1 && To.AddDays(1).Day == 1;
}
