using System.Globalization;
using ProdSales.Loading.Star;

namespace ProdSales.Loading.Quarantine;

/// <summary>Moves the refused rows of a batch into the quarantine, in the transaction of the batch.</summary>
internal static class QuarantineEntry
{
    /// <summary>Writes rows and reasons. A row that lies in quarantine already, from the same place and with the same values, is not written again.</summary>
    internal static void Write(Batch batch)
    {
        batch.Connection.Execute("""
            CREATE OR REPLACE TEMP TABLE entering_row AS
            WITH shown AS (
                SELECT p.rowid AS place, r.column_name, any_value(r.value) AS value
                FROM pending_refusal AS p, (SELECT unnest(p.reasons, recursive := true)) AS r(column_name, value, code, allowed)
                WHERE r.column_name IS NOT NULL AND r.value IS NOT NULL
                GROUP BY ALL
            ), overlay AS (
                SELECT place, to_json(map(list(column_name ORDER BY column_name), list(value ORDER BY column_name))) AS raw FROM shown GROUP BY place
            )
            SELECT row_number() OVER (ORDER BY p.feed, p.file, p.line, p.rowid) AS place, p.feed, p.file, p.line, p.reasons,
                CAST(json_merge_patch(CAST(p.row_values AS JSON), coalesce(o.raw, CAST('{}' AS JSON))) AS VARCHAR) AS row_values
            FROM pending_refusal AS p LEFT JOIN overlay AS o ON o.place = p.rowid
            ANTI JOIN quarantine_row AS q ON q.state = 'open' AND q.feed = p.feed AND q.file IS NOT DISTINCT FROM p.file
                AND q.line IS NOT DISTINCT FROM p.line
                AND q.row_values = CAST(json_merge_patch(CAST(p.row_values AS JSON), coalesce(o.raw, CAST('{}' AS JSON))) AS VARCHAR)
            """);
        long top = batch.Connection.Scalar<long>("SELECT coalesce(max(quarantine_id), 0) FROM quarantine_row");
        batch.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO quarantine_row
            SELECT {top} + place, {batch.Id}, feed, file, line, row_values, 'open', NULL, TIMESTAMP '{batch.StartedAt:yyyy-MM-dd HH:mm:ss.ffffff}'
            FROM entering_row;
            INSERT INTO quarantine_reason
            SELECT {top} + e.place, r.* FROM entering_row AS e, (SELECT unnest(e.reasons, recursive := true)) AS r
            """));
    }
}
