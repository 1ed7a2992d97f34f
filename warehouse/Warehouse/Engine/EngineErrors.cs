using ProdSales.Native.Shapes;

namespace ProdSales.Warehouse.Engine;

/// <summary>Turns what libduckdb says into exceptions.</summary>
internal static class EngineErrors
{
    private static readonly (string Prefix, WarehouseErrorKind Kind)[] Prefixes =
    [
        ("Parser Error", WarehouseErrorKind.Statement),
        ("Syntax Error", WarehouseErrorKind.Statement),
        ("Binder Error", WarehouseErrorKind.Statement),
        ("Catalog Error", WarehouseErrorKind.Statement),
        ("Conversion Error", WarehouseErrorKind.Value),
        ("Out of Range Error", WarehouseErrorKind.Value),
        ("Invalid Input Error", WarehouseErrorKind.Value),
        ("Constraint Error", WarehouseErrorKind.Constraint),
        ("TransactionContext Error", WarehouseErrorKind.Conflict),
        ("INTERRUPT Error", WarehouseErrorKind.Interrupted),
        ("Out of Memory Error", WarehouseErrorKind.OutOfMemory),
        ("IO Error", WarehouseErrorKind.Io),
        ("Permission Error", WarehouseErrorKind.Forbidden),
        ("FATAL Error", WarehouseErrorKind.Fatal),
        ("Serialization Error", WarehouseErrorKind.Corrupt),
    ];

    /// <summary>Builds the exception for an error that comes with its type.</summary>
    public static WarehouseException From(NativeErrorType type, string message, string? sql) => From(KindOf(type), message, sql);

    /// <summary>Builds the exception for an error that comes as text only, as from preparing or opening.</summary>
    public static WarehouseException From(string message, string? sql)
    {
        WarehouseErrorKind kind = Prefixes.FirstOrDefault(p => message.StartsWith(p.Prefix, StringComparison.Ordinal)).Kind;
        return From(kind, message, sql);
    }

    private static WarehouseException From(WarehouseErrorKind kind, string message, string? sql)
    {
        WarehouseErrorKind told = Sharpened(kind, message);
        bool isTransient = told is WarehouseErrorKind.Conflict or WarehouseErrorKind.Fatal or WarehouseErrorKind.Locked;
        return new WarehouseException(message, sql, isTransient, told);
    }

    private static WarehouseErrorKind Sharpened(WarehouseErrorKind kind, string message)
    {
        bool Says(string text) => message.Contains(text, StringComparison.OrdinalIgnoreCase);

        return kind switch
        {
            WarehouseErrorKind.Fatal => kind,
            _ when Says("database has been invalidated") => WarehouseErrorKind.Fatal,
            WarehouseErrorKind.Io or WarehouseErrorKind.Conflict when Says("No space left on device") => WarehouseErrorKind.DiskFull,
            WarehouseErrorKind.Io when Says("Could not set lock on file") => WarehouseErrorKind.Locked,
            WarehouseErrorKind.Io or WarehouseErrorKind.Other when Says("corrupt") || Says("checksum") => WarehouseErrorKind.Corrupt,
            _ => kind,
        };
    }

    private static WarehouseErrorKind KindOf(NativeErrorType type) => type switch
    {
        NativeErrorType.Parser or NativeErrorType.Syntax or NativeErrorType.Binder or NativeErrorType.Catalog => WarehouseErrorKind.Statement,
        NativeErrorType.Conversion or NativeErrorType.OutOfRange or NativeErrorType.InvalidInput => WarehouseErrorKind.Value,
        NativeErrorType.Constraint => WarehouseErrorKind.Constraint,
        NativeErrorType.Transaction => WarehouseErrorKind.Conflict,
        NativeErrorType.Interrupt => WarehouseErrorKind.Interrupted,
        NativeErrorType.OutOfMemory => WarehouseErrorKind.OutOfMemory,
        NativeErrorType.Io => WarehouseErrorKind.Io,
        NativeErrorType.Corruption => WarehouseErrorKind.Corrupt,
        NativeErrorType.Permission => WarehouseErrorKind.Forbidden,
        NativeErrorType.Fatal => WarehouseErrorKind.Fatal,
        _ => WarehouseErrorKind.Other,
    };
}
