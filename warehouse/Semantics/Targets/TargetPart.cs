namespace ProdSales.Semantics;

/// <summary>What is asked of the target that was stated for a measure.</summary>
public enum TargetPart
{
    /// <summary>What is to be reached, in the unit of the measure.</summary>
    Value,

    /// <summary>What came about as a share of it.</summary>
    Attainment,

    /// <summary>How far it is met.</summary>
    Status,
}
