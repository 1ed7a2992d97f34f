using System.Data.Common;

namespace ProdSales.Warehouse;

/// <summary>The warehouse failed, or refused a statement.</summary>
/// <remarks>The message and <see cref="Sql"/> hold no bound parameter values; the engine's own messages may quote a value that it could not convert.</remarks>
public sealed class WarehouseException(
    string message, string? sql = null, bool isTransient = false, WarehouseErrorKind kind = WarehouseErrorKind.Other, Exception? inner = null)
    : DbException(message, inner)
{
    /// <summary>Gets the statement that failed, with its placeholders; null when no statement was running.</summary>
    public string? Sql { get; } = sql;

    /// <summary>Gets a value indicating whether the same call may succeed when tried again.</summary>
    public override bool IsTransient { get; } = isTransient;

    /// <summary>Gets what went wrong.</summary>
    public WarehouseErrorKind Kind { get; } = kind;
}
