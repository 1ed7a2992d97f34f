namespace ProdSales.Semantics;

/// <summary>What somebody may do beside asking. What a role sees narrows with each further role; a right is given, and any role that gives it is enough.</summary>
public enum Right
{
    /// <summary>Have predictions trained and scored, and decide which model serves.</summary>
    ManagePredictions,

    /// <summary>Set a number of one's own beside a forecast.</summary>
    OverrideForecasts,

    /// <summary>Be told how an answer was made: statement, rows of each pass, rollups.</summary>
    SeePlans,

    /// <summary>Ask for the schema where a server does not show it to everybody.</summary>
    ReadSchema,
}
