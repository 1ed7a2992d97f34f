using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Loading.Auditing;

/// <summary>Holds a warehouse against its own books: what it has now against what its batches recorded, and against the rules of the star.</summary>
public static class WarehouseAudit
{
    /// <summary>Runs every check, each when it is asked for; where the schema differs only that is told.</summary>
    /// <param name="warehouse">The warehouse, as it is: nothing is brought up to date and nothing is changed.</param>
    /// <param name="cancellation">Stops between two checks.</param>
    /// <exception cref="WarehouseException">The file cannot be read.</exception>
    public static IEnumerable<AuditCheck> Run(WarehouseDatabase warehouse, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        using ReaderLease lease = warehouse.Readers.Lease(cancellation);
        AuditCheck schema = SchemaAudit.Check(lease.Connection);
        yield return schema;
        if (schema.Faults.Count > 0)
        {
            yield break;
        }

        Func<DuckDbConnection, AuditCheck>[] checks =
        [
            ContentAudit.Check, CalendarAudit.Check, MemberAudit.Members, MemberAudit.History, ReferenceAudit.Check, IdAudit.Check, BooksAudit.Rows, BooksAudit.Sums, WeightAudit.Check, TraceAudit.Check, RollupAudit.Check,
        ];
        foreach (Func<DuckDbConnection, AuditCheck> check in checks)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return check(lease.Connection);
        }
    }
}
