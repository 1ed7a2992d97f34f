namespace ProdSales.Semantics;

/// <summary>What a measure is counted in; it decides how the value is typed and formatted.</summary>
public enum Unit
{
    /// <summary>Group currency; a decimal of four places.</summary>
    Money,

    /// <summary>A quantity in the unit of the item; a decimal of four places.</summary>
    Quantity,

    /// <summary>A number of things; an integer.</summary>
    Count,

    /// <summary>A quotient, as in 0.25; never a percentage.</summary>
    Ratio,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Points on a scale that the description names.</summary>
    Score,
}
