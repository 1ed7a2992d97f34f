namespace ProdSales.Warehouse;

/// <summary>What went wrong in the warehouse, as far as a caller acts differently on it.</summary>
public enum WarehouseErrorKind
{
    /// <summary>Something the engine does not tell further: look at the message.</summary>
    Other,

    /// <summary>The text is not SQL, or names a table, column or function that is not there.</summary>
    Statement,

    /// <summary>A value does not fit its type.</summary>
    Value,

    /// <summary>A NOT NULL, CHECK or other constraint does not hold.</summary>
    Constraint,

    /// <summary>Another transaction changed the same rows; the same transaction may pass when tried again.</summary>
    Conflict,

    /// <summary>The statement was cancelled.</summary>
    Interrupted,

    /// <summary>The statement ran longer than it was allowed to.</summary>
    TimedOut,

    /// <summary>The memory or spill limit was reached; the database is unharmed.</summary>
    OutOfMemory,

    /// <summary>A file cannot be read or written.</summary>
    Io,

    /// <summary>The disk is full; the transaction was rolled back.</summary>
    DiskFull,

    /// <summary>Another process has the database file open; the same call may pass once that process has ended.</summary>
    Locked,

    /// <summary>Too many statements wait already; try again later.</summary>
    Busy,

    /// <summary>The file or its log is damaged.</summary>
    Corrupt,

    /// <summary>The schema of the file is not one that this program can bring to its own.</summary>
    Schema,

    /// <summary>The settings forbid what was asked.</summary>
    Forbidden,

    /// <summary>The instance is unusable until it has been opened again, which the warehouse does by itself.</summary>
    Fatal,
}
