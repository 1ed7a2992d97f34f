namespace ProdSales.Feeds;

/// <summary>The type of a feed column; each stands for one CLR type, one DuckDB type and one JSON form.</summary>
public enum FeedType
{
    /// <summary>Unicode text; VARCHAR.</summary>
    Text,

    /// <summary>A whole number; BIGINT.</summary>
    Integer,

    /// <summary>A number with exactly four decimals kept; DECIMAL(18,4).</summary>
    Decimal,

    /// <summary>A measured number; DOUBLE, finite.</summary>
    Double,

    /// <summary>True or false; BOOLEAN.</summary>
    Boolean,

    /// <summary>A business date of the plant calendar; DATE.</summary>
    Date,

    /// <summary>An instant in UTC; TIMESTAMP.</summary>
    Instant,
}
