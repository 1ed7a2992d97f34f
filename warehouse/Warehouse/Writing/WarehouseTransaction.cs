using ProdSales.Warehouse.Provider;

namespace ProdSales.Warehouse.Writing;

/// <summary>The warehouse's one open write transaction.</summary>
public sealed class WarehouseTransaction
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private bool _isLedgerOnly;

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

    /// <summary>Gets what changes for those who keep answers: the names told so far, or null where nothing was told, so that it may be anything.</summary>
    internal IReadOnlyCollection<string>? Changes => _touched.Count > 0 || _isLedgerOnly ? _touched : null;

    /// <summary>Tells that a fact or dimension changes, so that those who keep answers from it hear of the commit.</summary>
    public void Touch(string name) => _touched.Add(name);

    /// <summary>Tells that no fact or dimension changes but those that are touched. A transaction that touches none and does not say so counts as a change of everything.</summary>
    public void TouchNothingElse() => _isLedgerOnly = true;
}
