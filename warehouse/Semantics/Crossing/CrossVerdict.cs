namespace ProdSales.Semantics;

/// <summary>What the cells say.</summary>
public enum CrossVerdict
{
    /// <summary>Too few cells to say anything.</summary>
    TooFewCells,

    /// <summary>One of the two measures is the same in every cell.</summary>
    NoVariation,

    /// <summary>The interval holds 0: no relation can be told.</summary>
    NoRelation,

    /// <summary>There is a relation over all cells that vanishes or turns round once members are held against themselves, or the control is held still.</summary>
    NotWithin,

    /// <summary>They rise together.</summary>
    Rising,

    /// <summary>The one falls where the other rises.</summary>
    Falling,
}
