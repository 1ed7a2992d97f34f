namespace ProdSales.Loading.Intake;

/// <summary>What the rows of a chunk need beyond being appended.</summary>
[Flags]
internal enum ChunkNeeds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Some rows may have to be refused.</summary>
    Checks = 1,

    /// <summary>Some amounts may be in another currency than the group's.</summary>
    Conversion = 2,
}
