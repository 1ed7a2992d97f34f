using ProdSales.Feeds;
using ProdSales.Loading.Derived;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Auditing;

/// <summary>Whether every key leads to a row of its dimension: an inner join must never lose a fact.</summary>
internal static class ReferenceAudit
{
    internal static AuditCheck Check(DuckDbConnection connection)
    {
        List<AuditFault> faults = [];
        long examined = 0;
        foreach (IGrouping<string, Reference> table in All().GroupBy(reference => reference.Table))
        {
            long rows = connection.Scalar<long>($"SELECT count(*) FROM {table.Key}");
            examined += rows * table.Count();
            faults.AddRange(rows == 0 ? [] : table.Select(reference => Orphaned(connection, reference)).OfType<AuditFault>());
        }

        return new AuditCheck("references", examined, faults);
    }

    private static IEnumerable<Reference> All()
    {
        foreach (StarTable fact in AuditedTables.Facts)
        {
            IEnumerable<Reference> own = fact.References
                .Select(column => new Reference(fact.Name, StarTable.KeyColumn(column), $"dim_{column.References}", $"{column.References}_key", AuditedTables.RowName));
            IEnumerable<string> regions = fact.HasOwnRegion ? ["region_key", "own_region_key"] : fact.HasRegion ? ["region_key"] : [];
            foreach (Reference reference in own.Concat(regions.Select(column => new Reference(fact.Name, column, "dim_region", "region_key", AuditedTables.RowName))))
            {
                yield return reference;
            }

            yield return new Reference(fact.Name, "source_key", "dim_source_system", "source_key", "f.source_id");
        }

        foreach (StarTable master in AuditedTables.Masters)
        {
            foreach (FeedColumn column in master.References)
            {
                yield return new Reference(
                    master.Name, StarTable.DurableColumn(column), $"dim_{column.References}", $"{column.References}_durable_key", $"f.{master.Feed.Name}_id");
            }

            yield return new Reference(master.Name, "source_key", "dim_source_system", "source_key", $"f.{master.Feed.Name}_id");
        }

        foreach ((string table, string column, string master) in DerivedFacts.References)
        {
            yield return new Reference(table, column, $"dim_{master}", $"{master}_key", $"CAST(f.{column} AS VARCHAR)");
        }
    }

    private static AuditFault? Orphaned(DuckDbConnection connection, Reference reference)
    {
        string sql = $"""
            SELECT count(*), min({reference.Name}) FROM {reference.Table} AS f
            ANTI JOIN {reference.Dimension} AS d ON d.{reference.Key} = f.{reference.Column}
            """;
        return AuditedTables.Found(connection, sql) is { } found
            ? AuditFault.Of(
                AuditCodes.ReferenceOrphaned,
                ("table", reference.Table), ("column", reference.Column), ("dimension", reference.Dimension), ("rows", found.Count), ("example", found.Example))
            : null;
    }

    /// <summary>A column that holds keys of a dimension; the last part names a row for a person.</summary>
    private sealed record Reference(string Table, string Column, string Dimension, string Key, string Name);
}
