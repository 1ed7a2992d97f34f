using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Auditing;

/// <summary>Whether every row can be traced: to a batch, a watermark, a data version, and a reason where it was refused.</summary>
internal static class TraceAudit
{
    internal static AuditCheck Check(DuckDbConnection connection)
    {
        List<AuditFault> faults = [];
        long examined = 0;
        foreach (StarTable fact in AuditedTables.Facts)
        {
            long rows = connection.Scalar<long>($"SELECT count(*) FROM {fact.Name}");
            examined += rows;
            if (rows > 0)
            {
                faults.AddRange(new[] { UnknownBatch(connection, fact), LateWatermark(connection, fact), MissingVersion(connection, fact) }.OfType<AuditFault>());
            }
        }

        const string WithoutReason = "SELECT count(*), CAST(min(quarantine_id) AS VARCHAR) FROM quarantine_row ANTI JOIN quarantine_reason USING (quarantine_id) WHERE state = 'open'";
        if (AuditedTables.Found(connection, WithoutReason) is { } found)
        {
            faults.Add(AuditFault.Of(AuditCodes.ReasonMissing, ("rows", found.Count), ("example", found.Example)));
        }

        return new AuditCheck("trace", examined, faults);
    }

    private static AuditFault? UnknownBatch(DuckDbConnection connection, StarTable fact)
    {
        string sql = $"SELECT count(*), CAST(min(f.batch_id) AS VARCHAR) FROM {fact.Name} AS f ANTI JOIN ingest_batch AS b ON b.batch_id = f.batch_id";
        return AuditedTables.Found(connection, sql) is { } found
            ? AuditFault.Of(AuditCodes.BatchUnknown, ("table", fact.Name), ("rows", found.Count), ("example", found.Example))
            : null;
    }

    private static AuditFault? LateWatermark(DuckDbConnection connection, StarTable fact)
    {
        string sql = $"""
            SELECT count(*), min(coalesce(s.source_system, ''))
            FROM (SELECT source_key, max({SqlText.Name(fact.Feed.BusinessDate!.Name)}) AS last_day FROM {fact.Name} GROUP BY source_key) AS f
            LEFT JOIN dim_source_system AS s ON s.source_key = f.source_key
            LEFT JOIN ingest_watermark AS w ON w.source_key = f.source_key AND w.feed = {SqlText.Text(fact.Feed.Name)}
            WHERE w.business_date IS NULL OR w.business_date < f.last_day
            """;
        return AuditedTables.Found(connection, sql) is { } found
            ? AuditFault.Of(AuditCodes.WatermarkBehind, ("table", fact.Name), ("sources", found.Count), ("example", found.Example))
            : null;
    }

    private static AuditFault? MissingVersion(DuckDbConnection connection, StarTable fact) =>
        connection.Scalar<bool>($"SELECT EXISTS (FROM data_version WHERE fact = {SqlText.Text(fact.Name)} AND version > 0)")
            ? null
            : AuditFault.Of(AuditCodes.VersionMissing, ("table", fact.Name));
}
