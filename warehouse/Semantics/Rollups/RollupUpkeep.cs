using ProdSales.Warehouse;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;
using ProdSales.Warehouse.Rollups;

namespace ProdSales.Semantics;

/// <summary>Brings the rollups of a warehouse to those that a model declares; from then on every batch keeps them.</summary>
public static class RollupUpkeep
{
    /// <summary>Builds what is declared and absent, and drops what is declared no longer; writes only where something differs. No question may be running.</summary>
    /// <param name="warehouse">A warehouse with the schema of the program.</param>
    /// <param name="model">The model, which must fit the star.</param>
    /// <param name="cancellationToken">Ends it before the next rollup; nothing of it stays.</param>
    /// <returns>How many were built or dropped.</returns>
    public static int Fit(WarehouseDatabase warehouse, SemanticModel model, CancellationToken cancellationToken = default) => Change(warehouse, model, keepsOthers: false, cancellationToken);

    /// <summary>The same, but rollups that another model may declare are kept on: of files of users, which not every command is given.</summary>
    public static int Add(WarehouseDatabase warehouse, SemanticModel model, CancellationToken cancellationToken = default) => Change(warehouse, model, keepsOthers: true, cancellationToken);

    /// <summary>Builds and drops inside the caller's transaction.</summary>
    public static int Fit(DuckDbConnection connection, SemanticModel model, CancellationToken cancellationToken = default) =>
        Change(connection, Differences(connection, model, keepsOthers: false), cancellationToken);

    /// <summary>The declared rollups that the warehouse keeps, which questions may be answered from.</summary>
    public static IReadOnlyList<Rollup> Kept(DuckDbConnection connection, SemanticModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        HashSet<string> tables = [.. RollupCatalogue.Read(connection, isCurrentOnly: true).Select(rollup => rollup.Table)];
        return [.. model.Rollups.Where(rollup => tables.Contains(rollup.Table))];
    }

    private static int Change(WarehouseDatabase warehouse, SemanticModel model, bool keepsOthers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(model);
        using (ReaderLease lease = warehouse.Readers.Lease(cancellationToken))
        {
            if (Differences(lease.Connection, model, keepsOthers) is ([], []))
            {
                return 0;
            }
        }

        return warehouse.Writer.Write(open => Change(open.Connection, Differences(open.Connection, model, keepsOthers), cancellationToken), cancellationToken);
    }

    private static int Change(DuckDbConnection connection, (KeptRollup[] Gone, KeptRollup[] Absent) differences, CancellationToken cancellationToken)
    {
        foreach (KeptRollup rollup in differences.Gone)
        {
            RollupCatalogue.Remove(connection, rollup);
        }

        foreach (KeptRollup rollup in differences.Absent)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RollupCatalogue.Add(connection, rollup);
        }

        return differences.Gone.Length + differences.Absent.Length;
    }

    private static (KeptRollup[] Gone, KeptRollup[] Absent) Differences(DuckDbConnection connection, SemanticModel model, bool keepsOthers)
    {
        ArgumentNullException.ThrowIfNull(model);
        Dictionary<string, KeptRollup> declared = model.Rollups.ToDictionary(rollup => rollup.Table, KeptAs, StringComparer.Ordinal);
        HashSet<string> current = [.. RollupCatalogue.Read(connection, isCurrentOnly: true).Select(rollup => rollup.Table)];
        KeptRollup[] gone = [.. RollupCatalogue.Read(connection).Where(rollup => !current.Contains(rollup.Table) || (!keepsOthers && !declared.ContainsKey(rollup.Table)))];
        return (gone, [.. declared.Values.Where(rollup => !current.Contains(rollup.Table))]);
    }

    private static KeptRollup KeptAs(Rollup rollup) => new(
        rollup.Table,
        rollup.Name,
        rollup.Fact.Relation,
        rollup.Fact.Time,
        rollup.Grain is TimeGrain.Month,
        rollup.Select,
        [
            .. rollup.Dimensions.Select(dimension => rollup.IsFrozen(dimension)
                ? new RollupColumn(rollup.ColumnOf(dimension), false, dimension.Table!.Name["dim_".Length..], dimension.Column)
                : new RollupColumn(rollup.ColumnOf(dimension), false)),
            .. rollup.Sums.Select(sum => new RollupColumn(sum.Column, true)),
        ]);
}
