namespace ProdSales.Sources.Mappings.Compilation;

/// <summary>What a staged value is, as far as turning it into a feed's value goes.</summary>
internal enum SourceKind
{
    /// <summary>VARCHAR, ENUM, UUID or JSON.</summary>
    Text,

    /// <summary>A whole number of any width.</summary>
    Integer,

    /// <summary>DECIMAL.</summary>
    Decimal,

    /// <summary>FLOAT or DOUBLE.</summary>
    Floating,

    /// <summary>BOOLEAN.</summary>
    Boolean,

    /// <summary>DATE.</summary>
    Date,

    /// <summary>TIMESTAMP of any precision, without a zone.</summary>
    Timestamp,

    /// <summary>TIMESTAMP WITH TIME ZONE.</summary>
    ZonedTimestamp,

    /// <summary>The type of NULL itself.</summary>
    Missing,

    /// <summary>Lists, structs, blobs, intervals and the like: nothing a feed can take.</summary>
    Other,
}
