namespace ProdSales.Warehouse.Columns;

/// <summary>The types of DuckDB, numbered as the engine numbers them: how the values of a vector lie in memory.</summary>
public enum DuckDbType
{
    /// <summary>No type.</summary>
    Invalid = 0,

    /// <summary>One byte, 0 or 1.</summary>
    Boolean = 1,

    /// <summary>Signed 8 bits.</summary>
    TinyInt = 2,

    /// <summary>Signed 16 bits.</summary>
    SmallInt = 3,

    /// <summary>Signed 32 bits.</summary>
    Integer = 4,

    /// <summary>Signed 64 bits.</summary>
    BigInt = 5,

    /// <summary>Unsigned 8 bits.</summary>
    UTinyInt = 6,

    /// <summary>Unsigned 16 bits.</summary>
    USmallInt = 7,

    /// <summary>Unsigned 32 bits.</summary>
    UInteger = 8,

    /// <summary>Unsigned 64 bits.</summary>
    UBigInt = 9,

    /// <summary>32-bit floating point.</summary>
    Float = 10,

    /// <summary>64-bit floating point.</summary>
    Double = 11,

    /// <summary>Microseconds since 1970 without a zone.</summary>
    Timestamp = 12,

    /// <summary>Days since 1970.</summary>
    Date = 13,

    /// <summary>Microseconds since midnight.</summary>
    Time = 14,

    /// <summary>Months, days and microseconds.</summary>
    Interval = 15,

    /// <summary>Signed 128 bits.</summary>
    HugeInt = 16,

    /// <summary>UTF-8 text.</summary>
    Varchar = 17,

    /// <summary>Bytes.</summary>
    Blob = 18,

    /// <summary>A scaled integer of 16, 32, 64 or 128 bits.</summary>
    Decimal = 19,

    /// <summary>Seconds since 1970 without a zone.</summary>
    TimestampSeconds = 20,

    /// <summary>Milliseconds since 1970 without a zone.</summary>
    TimestampMillis = 21,

    /// <summary>Nanoseconds since 1970 without a zone.</summary>
    TimestampNanos = 22,

    /// <summary>A code of 8, 16 or 32 bits into a list of labels.</summary>
    Enum = 23,

    /// <summary>An offset and a length into a child vector.</summary>
    List = 24,

    /// <summary>One child vector a field.</summary>
    Struct = 25,

    /// <summary>A list of key and value pairs.</summary>
    Map = 26,

    /// <summary>128 bits with the top bit flipped.</summary>
    Uuid = 27,

    /// <summary>A tag and one child vector a member.</summary>
    Union = 28,

    /// <summary>A string of bits.</summary>
    Bit = 29,

    /// <summary>A time of day with an offset.</summary>
    TimeTz = 30,

    /// <summary>Microseconds since 1970 in UTC.</summary>
    TimestampTz = 31,

    /// <summary>Unsigned 128 bits.</summary>
    UHugeInt = 32,

    /// <summary>A fixed number of child values a row.</summary>
    Array = 33,

    /// <summary>The type of a bare NULL.</summary>
    SqlNull = 36,
}
