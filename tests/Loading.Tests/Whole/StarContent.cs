using System.Collections.Frozen;
using ProdSales.Feeds;
using ProdSales.Loading.Auditing;
using ProdSales.Loading.Derived;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Tests.Whole;

/// <summary>What every table of a warehouse says, with keys told as the members that they stand for: equal for two warehouses that know the same, whatever keys they drew.</summary>
internal sealed class StarContent(TestWarehouse warehouse)
{
    /// <summary>What tells how rows came in, not what they say.</summary>
    private static readonly FrozenSet<string> OfLoading =
        ["data_version", "ingest_batch", "ingest_batch_feed", "ingest_watermark", "reconciliation", "schema_migration", "quarantine_row", "quarantine_reason", "rollup"];

    private static readonly FrozenDictionary<(string Table, string Column), string> Members = MemberColumns();

    /// <summary>Gives the rows of every table by its name.</summary>
    internal IEnumerable<(string Table, string[] Rows)> Tables()
    {
        foreach (string table in warehouse.Query("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' ORDER BY table_name").Where(table => !OfLoading.Contains(table) && !table.StartsWith("rollup_", StringComparison.Ordinal)))
        {
            string[] columns = warehouse.Query($"SELECT column_name FROM duckdb_columns() WHERE table_name = '{table}' ORDER BY column_index");
            string[] told = [.. columns.Select(column => Told(table, column)).OfType<string>()];
            yield return (table, warehouse.Query($"SELECT {string.Join(", ", told)} FROM {table} AS f ORDER BY ALL"));
        }
    }

    private static string? Told(string table, string column)
    {
        string own = table.StartsWith("dim_", StringComparison.Ordinal) ? table["dim_".Length..] : "";
        return column switch
        {
            "batch_id" or "version_key" => null,
            _ when own.Length > 0 && (column == own + "_key" || column == own + "_durable_key") => null,
            "durable_key" => $"CASE f.dimension {string.Join(' ', AuditedTables.Masters.Select(master => $"WHEN '{master.Feed.Name}' THEN {Durable(master.Feed.Name, "f.durable_key")}"))} END",
            "source_key" => "(SELECT s.source_system FROM dim_source_system AS s WHERE s.source_key = f.source_key)",
            "region_key" or "own_region_key" => $"(SELECT g.region FROM dim_region AS g WHERE g.region_key = f.{column})",
            _ when column.EndsWith("_durable_key", StringComparison.Ordinal) => Durable(Master(table, column), $"f.{column}"),
            _ when column.EndsWith("_key", StringComparison.Ordinal) => Version(Master(table, column), $"f.{column}"),
            _ => $"CAST(f.\"{column}\" AS VARCHAR)",
        };
    }

    private static string Master(string table, string column) => Members.TryGetValue((table, column), out string? master)
        ? master
        : throw new InvalidOperationException($"{table}.{column} leads to no dimension that is known here.");

    private static string Durable(string master, string key) =>
        $"(SELECT any_value(s.source_system || ':' || d.{master}_id) FROM dim_{master} AS d JOIN dim_source_system AS s USING (source_key) WHERE d.{master}_durable_key = {key})";

    private static string Version(string master, string key) =>
        $"(SELECT s.source_system || ':' || d.{master}_id || ' from ' || d.valid_from FROM dim_{master} AS d JOIN dim_source_system AS s USING (source_key) WHERE d.{master}_key = {key})";

    private static FrozenDictionary<(string Table, string Column), string> MemberColumns()
    {
        Dictionary<(string, string), string> members = [];
        foreach (StarTable star in AuditedTables.Facts.Concat(AuditedTables.Masters))
        {
            foreach (FeedColumn reference in star.References)
            {
                members[(star.Name, StarTable.KeyColumn(reference))] = reference.References!;
                members[(star.Name, StarTable.DurableColumn(reference))] = reference.References!;
            }
        }

        foreach ((string table, string column, string master) in DerivedFacts.References)
        {
            members[(table, column)] = master;
        }

        members[("opportunity_version", "owner_durable_key")] = "employee";
        members[("opportunity_version", "stage_durable_key")] = "stage";
        return members.ToFrozenDictionary();
    }
}
