namespace ProdSales.Planning.Definition;

/// <summary>What the values of planned series are.</summary>
public enum PlannedUnit
{
    /// <summary>Pieces or occurrences.</summary>
    Quantity,

    /// <summary>Money in the group currency.</summary>
    Money,
}
