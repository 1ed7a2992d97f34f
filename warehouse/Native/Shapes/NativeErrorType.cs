namespace ProdSales.Native.Shapes;

/// <summary><c>duckdb_error_type</c>, the members that are told apart.</summary>
internal enum NativeErrorType
{
    /// <summary>No type was given.</summary>
    Invalid = 0,

    /// <summary>A value does not fit its type.</summary>
    OutOfRange = 1,

    /// <summary>A value cannot be read as another type.</summary>
    Conversion = 2,

    /// <summary>A conflict with another transaction, or a commit that could not be written.</summary>
    Transaction = 10,

    /// <summary>A table, column or function that is not there.</summary>
    Catalog = 13,

    /// <summary>Text that is not SQL.</summary>
    Parser = 14,

    /// <summary>A NOT NULL, CHECK, UNIQUE or foreign key that does not hold.</summary>
    Constraint = 18,

    /// <summary>A connection that cannot be used.</summary>
    Connection = 21,

    /// <summary>Text that is not SQL.</summary>
    Syntax = 22,

    /// <summary>Names and types that do not fit together.</summary>
    Binder = 24,

    /// <summary>A file that cannot be read, written or locked.</summary>
    Io = 28,

    /// <summary>The query was interrupted.</summary>
    Interrupt = 29,

    /// <summary>The instance is unusable until it is opened again.</summary>
    Fatal = 30,

    /// <summary>A defect of the engine.</summary>
    Internal = 31,

    /// <summary>An argument that the engine does not accept.</summary>
    InvalidInput = 32,

    /// <summary>The memory or spill limit was reached.</summary>
    OutOfMemory = 33,

    /// <summary>The settings forbid it.</summary>
    Permission = 34,

    /// <summary>A setting with a value that the engine does not accept.</summary>
    Configuration = 42,

    /// <summary>A block whose checksum does not match.</summary>
    Corruption = 43,
}
