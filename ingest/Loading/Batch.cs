using ProdSales.Loading.Intake;
using ProdSales.Loading.Quarantine;
using ProdSales.Loading.Rollups;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Writing;

namespace ProdSales.Loading;

/// <summary>The running batch: its transaction, its number, and what its parts share.</summary>
internal sealed class Batch
{
    private readonly WarehouseTransaction _open;
    private readonly SortedSet<string> _changedTables = new(StringComparer.Ordinal);

    internal Batch(WarehouseTransaction open, int id, DateTime startedAt, string groupCurrency, KnownMeasures? measures)
    {
        Measures = measures;
        _open = open;
        Id = id;
        StartedAt = startedAt;
        GroupCurrency = groupCurrency;
        Known = new KnownMembers(open.Connection);
        Refusals = new PendingRefusals(open.Transaction);
        Rollups = new RollupRenewal(this);
    }

    /// <summary>Gets the transaction that everything happens in.</summary>
    internal DuckDbTransaction Transaction => _open.Transaction;

    /// <summary>Gets the connection of the transaction.</summary>
    internal DuckDbConnection Connection => _open.Connection;

    /// <summary>Gets the number of the batch, above every earlier one.</summary>
    internal int Id { get; }

    /// <summary>Gets when the batch began, in UTC.</summary>
    internal DateTime StartedAt { get; }

    /// <summary>Gets the currency that all money is kept in.</summary>
    internal string GroupCurrency { get; }

    /// <summary>Gets the measures that rows may name; null where nobody knows them.</summary>
    internal KnownMeasures? Measures { get; }

    /// <summary>Gets the members that the warehouse has.</summary>
    internal KnownMembers Known { get; }

    /// <summary>Gets the rows that were refused.</summary>
    internal PendingRefusals Refusals { get; }

    /// <summary>Gets what keeps the rollups equal to their facts.</summary>
    internal RollupRenewal Rollups { get; }

    /// <summary>Gets the tables whose content has changed.</summary>
    internal IReadOnlyCollection<string> ChangedTables => _changedTables;

    /// <summary>Notes that a table has changed; its readers are told after the commit.</summary>
    internal void NoteChange(string table)
    {
        if (_changedTables.Add(table))
        {
            _open.Touch(table);
        }
    }

    /// <summary>Drops what the batch kept beside the star, so that it does not lie in memory until the next one.</summary>
    internal void DropTemporaryTables()
    {
        string? names = Connection.Scalar<string>("SELECT string_agg(table_name, ',') FROM duckdb_tables() WHERE temporary");
        foreach (string name in names?.Split(',') ?? [])
        {
            Connection.Execute($"DROP TABLE temp.{SqlText.Name(name)}");
        }
    }
}
