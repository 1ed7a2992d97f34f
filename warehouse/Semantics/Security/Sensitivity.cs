namespace ProdSales.Semantics;

/// <summary>How widely a number may be told; it informs whoever passes it on, while roles decide who sees it.</summary>
public enum Sensitivity
{
    /// <summary>Everybody in the company.</summary>
    Internal,

    /// <summary>Those who need it: costs, margins, money owed, what single people achieved.</summary>
    Confidential,
}
