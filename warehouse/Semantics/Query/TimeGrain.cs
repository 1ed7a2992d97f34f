namespace ProdSales.Semantics;

/// <summary>A step of time.</summary>
public enum TimeGrain
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>An ISO week, named by its Monday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar quarter.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}
