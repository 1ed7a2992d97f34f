namespace ProdSales.Semantics;

/// <summary>Whether the values of the parts add up to the value of the whole.</summary>
public enum Additivity
{
    /// <summary>The parts add up over every dimension and over time.</summary>
    Additive,

    /// <summary>The parts add up over dimensions but not over time: a snapshot or a balance has one value for a period.</summary>
    SemiAdditive,

    /// <summary>The parts never add up: every cut is computed from the rows or from the sums behind it.</summary>
    NonAdditive,
}
