namespace ProdSales.Semantics;

/// <summary>How far a target is met.</summary>
public enum TargetStatus
{
    /// <summary>Met.</summary>
    Green,

    /// <summary>Nearly met.</summary>
    Amber,

    /// <summary>Missed.</summary>
    Red,
}
