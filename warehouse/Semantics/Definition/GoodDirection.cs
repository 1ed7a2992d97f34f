namespace ProdSales.Semantics;

/// <summary>Which way of a change is good news.</summary>
public enum GoodDirection
{
    /// <summary>Neither way.</summary>
    None,

    /// <summary>More is better.</summary>
    Up,

    /// <summary>Less is better.</summary>
    Down,
}
