using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Writing;

/// <summary>The warehouse's one open write transaction.</summary>
public sealed class WarehouseTransaction
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    internal WarehouseTransaction(DuckDbConnection connection, DuckDbTransaction transaction)
    {
        Connection = connection;
        Transaction = transaction;
    }

    /// <summary>Gets the connection; commands on it run inside the transaction.</summary>
    public DuckDbConnection Connection { get; }

    /// <summary>Gets the transaction, for <see cref="Columns.ChunkAppender"/>; the writer ends it.</summary>
    public DuckDbTransaction Transaction { get; }

    /// <summary>Gets the names told so far, in order.</summary>
    internal string[] Touched => [.. _touched.Order(StringComparer.Ordinal)];

    /// <summary>Tells that a fact or dimension changes, so that those who keep answers from it hear of the commit.</summary>
    public void Touch(string name) => _touched.Add(name);
}
