namespace ProdSales.Planning.Definition;

/// <summary>The length of a period.</summary>
public enum PlannedStep
{
    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Weeks from Monday to Sunday.</summary>
    Week,
}
