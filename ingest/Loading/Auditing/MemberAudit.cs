using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Auditing;

/// <summary>Whether each dimension has its unknown member and each key once, and each member one version a day and one current version.</summary>
internal static class MemberAudit
{
    internal static AuditCheck Members(DuckDbConnection connection)
    {
        (string Table, string Key)[] tables =
        [
            .. AuditedTables.Masters.Select(master => (master.Name, $"{master.Feed.Name}_key")), ("dim_region", "region_key"), ("dim_source_system", "source_key"),
        ];
        List<AuditFault> faults = [];
        long examined = 0;
        foreach ((string table, string key) in tables)
        {
            examined += connection.Scalar<long>($"SELECT count(*) FROM {table}");
            long unknown = connection.Scalar<long>($"SELECT count(*) FROM {table} WHERE {key} = 0");
            if (unknown != 1)
            {
                faults.Add(AuditFault.Of(AuditCodes.UnknownMemberMissing, ("table", table), ("rows", unknown)));
            }

            string repeated = $"SELECT count(*), CAST(min({key}) AS VARCHAR) FROM (SELECT {key} FROM {table} WHERE {key} <> 0 GROUP BY {key} HAVING count(*) > 1)";
            if (AuditedTables.Found(connection, repeated) is { } found)
            {
                faults.Add(AuditFault.Of(AuditCodes.KeyRepeated, ("table", table), ("keys", found.Count), ("example", found.Example)));
            }
        }

        return new AuditCheck("members", examined, faults);
    }

    internal static AuditCheck History(DuckDbConnection connection)
    {
        List<AuditFault> faults = [];
        long examined = 0;
        foreach (StarTable master in AuditedTables.Masters)
        {
            examined += connection.Scalar<long>($"SELECT count(DISTINCT {master.Feed.Name}_durable_key) FROM {master.Name}");
            faults.AddRange(new[]
            {
                (AuditCodes.HistoryOverlaps, "bool_or(valid_from < ended) OR bool_or(valid_to <= valid_from)"),
                (AuditCodes.HistoryGap, "bool_or(valid_from > ended) OR max(valid_to) <> DATE '9999-12-31'"),
                (AuditCodes.CurrentVersionWrong, "count(*) FILTER (is_current) <> 1 OR bool_or(is_current AND valid_to <> DATE '9999-12-31')"),
            }.Select(rule => Broken(connection, master, rule.Item1, rule.Item2)).OfType<AuditFault>());
        }

        return new AuditCheck("history", examined, faults);
    }

    private static AuditFault? Broken(DuckDbConnection connection, StarTable master, string code, string condition)
    {
        string x = master.Feed.Name;
        string sql = $"""
            WITH version AS (
                SELECT {x}_durable_key AS member, {x}_id AS id, valid_from, valid_to, is_current,
                    lag(valid_to, 1, DATE '0001-01-01') OVER (PARTITION BY {x}_durable_key ORDER BY valid_from, valid_to) AS ended
                FROM {master.Name}
            )
            SELECT count(*), min(name) FROM (SELECT member, coalesce(min(id), CAST(member AS VARCHAR)) AS name FROM version GROUP BY member HAVING {condition})
            """;
        return AuditedTables.Found(connection, sql) is { } found
            ? AuditFault.Of(code, ("table", master.Name), ("members", found.Count), ("example", found.Example))
            : null;
    }
}
