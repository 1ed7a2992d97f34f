using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Auditing;

/// <summary>Whether every id of a source stands once: in a fact one row, in a master one member.</summary>
internal static class IdAudit
{
    internal static AuditCheck Check(DuckDbConnection connection)
    {
        List<AuditFault> faults = [];
        long examined = 0;
        IEnumerable<(string Table, string Id, string What)> tables =
        [
            .. AuditedTables.Facts.Select(fact => (fact.Name, "source_id", "count(*)")),
            .. AuditedTables.Masters.Select(master => (master.Name, $"{master.Feed.Name}_id", $"count(DISTINCT {master.Feed.Name}_durable_key)")),
        ];
        foreach ((string table, string id, string what) in tables)
        {
            examined += connection.Scalar<long>($"SELECT count(*) FROM {table}");
            string sql = $"""
                SELECT count(*), min({AuditedTables.RowName})
                FROM (SELECT source_key, {id} AS source_id FROM {table} WHERE {id} IS NOT NULL GROUP BY source_key, {id} HAVING {what} > 1) AS f
                """;
            if (AuditedTables.Found(connection, sql) is { } found)
            {
                faults.Add(AuditFault.Of(AuditCodes.IdRepeated, ("table", table), ("ids", found.Count), ("example", found.Example)));
            }
        }

        return new AuditCheck("ids", examined, faults);
    }
}
