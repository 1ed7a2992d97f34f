using System.Globalization;
using ProdSales.Feeds;
using ProdSales.Loading.Facts;
using ProdSales.Loading.Ledger;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Provider;

namespace ProdSales.Loading.Auditing;

/// <summary>Whether facts hold what their batches recorded: rows for every feed, and the sums of measures for every batch none of whose rows was replaced since.</summary>
internal static class BooksAudit
{
    internal static AuditCheck Rows(DuckDbConnection connection)
    {
        List<AuditFault> faults = [.. Unbalanced(connection)];
        long examined = 0;
        foreach (StarTable fact in AuditedTables.Facts)
        {
            string feed = SqlText.Text(fact.Feed.Name);
            long kept = connection.Scalar<long>($"SELECT coalesce(sum(rows_inserted), 0) FROM ingest_batch_feed WHERE feed = {feed}");
            long replaced = connection.Scalar<long>($"SELECT coalesce(sum(rows_replaced), 0) FROM ingest_batch_feed WHERE feed = {feed}");
            long found = connection.Scalar<long>($"SELECT count(*) FROM {fact.Name}");
            examined += found;
            AuditFault[] batches = [.. BatchRows(connection, fact, replaced == 0)];
            faults.AddRange(batches);
            if (kept != found && batches.Length == 0)
            {
                faults.Add(AuditFault.Of(AuditCodes.RowsDiffer, ("table", fact.Name), ("kept", kept), ("found", found)));
            }
        }

        return new AuditCheck("rows", examined, faults);
    }

    internal static AuditCheck Sums(DuckDbConnection connection)
    {
        List<AuditFault> faults = [];
        long examined = 0;
        foreach (StarTable fact in AuditedTables.Facts.Where(fact => fact.Measures.Count > 0))
        {
            foreach (int batch in WholeBatches(connection, fact))
            {
                Dictionary<string, decimal> kept = Kept(connection, fact, batch);
                Dictionary<string, decimal> found = LoadedRows.Totals(connection, fact, string.Create(CultureInfo.InvariantCulture, $"{fact.Name} WHERE batch_id = {batch}")).Totals;
                examined += kept.Count;
                faults.AddRange(fact.Measures.Where(measure => kept.ContainsKey(measure.Name) && !Agrees(measure, kept[measure.Name], found[measure.Name]))
                    .Select(measure => AuditFault.Of(
                        AuditCodes.SumDiffers,
                        ("table", fact.Name), ("column", measure.Name), ("batch", batch), ("kept", kept[measure.Name]), ("found", found[measure.Name]))));
            }
        }

        return new AuditCheck("sums", examined, faults);
    }

    private static bool Agrees(FeedColumn measure, decimal kept, decimal found) => Math.Abs(kept - found) <= Reconciliation.ToleranceOf(measure, kept);

    private static List<AuditFault> Unbalanced(DuckDbConnection connection)
    {
        const string Sql = """
            SELECT batch_id, feed, 'rows' AS measure FROM ingest_batch_feed
            WHERE rows_read <> rows_inserted + rows_replaced + rows_skipped + rows_quarantined
            UNION ALL
            SELECT batch_id, feed, measure FROM reconciliation
            WHERE abs(source_total - refused_total - skipped_total - loaded_total) > greatest(0.001, abs(source_total) * 1e-9)
            ORDER BY 1, 2, 3
            """;
        return Lines(connection, Sql, reader => AuditFault.Of(
            AuditCodes.LedgerUnbalanced, ("batch", reader.GetInt32(0)), ("feed", reader.GetString(1)), ("measure", reader.GetString(2))));
    }

    /// <summary>A batch may have fewer rows than it brought only where later batches replaced some, and never more.</summary>
    private static List<AuditFault> BatchRows(DuckDbConnection connection, StarTable fact, bool isNeverReplaced) => Lines(
        connection,
        $"""
        SELECT l.batch_id, l.kept, coalesce(f.found, 0) AS found
        FROM (SELECT batch_id, rows_inserted + rows_replaced AS kept FROM ingest_batch_feed WHERE feed = {SqlText.Text(fact.Feed.Name)}) AS l
        LEFT JOIN (SELECT batch_id, count(*) AS found FROM {fact.Name} GROUP BY batch_id) AS f ON f.batch_id = l.batch_id
        WHERE coalesce(f.found, 0) {(isNeverReplaced ? "<>" : ">")} l.kept ORDER BY 1
        """,
        reader => AuditFault.Of(
            AuditCodes.BatchRowsDiffer, ("table", fact.Name), ("batch", reader.GetInt32(0)), ("kept", reader.GetInt64(1)), ("found", reader.GetInt64(2))));

    private static List<int> WholeBatches(DuckDbConnection connection, StarTable fact) => Lines(
        connection,
        $"""
        SELECT l.batch_id FROM ingest_batch_feed AS l
        INNER JOIN (SELECT batch_id, count(*) AS found FROM {fact.Name} GROUP BY batch_id) AS f ON f.batch_id = l.batch_id
        WHERE l.feed = {SqlText.Text(fact.Feed.Name)} AND f.found = l.rows_inserted + l.rows_replaced ORDER BY 1
        """,
        reader => reader.GetInt32(0));

    private static Dictionary<string, decimal> Kept(DuckDbConnection connection, StarTable fact, int batch) => Lines(
        connection,
        string.Create(CultureInfo.InvariantCulture, $"""
            SELECT measure, loaded_total FROM reconciliation WHERE feed = {SqlText.Text(fact.Feed.Name)} AND batch_id = {batch} AND measure <> 'rows'
            """),
        reader => (Name: reader.GetString(0), Total: reader.GetDecimal(1))).ToDictionary(line => line.Name, line => line.Total, StringComparer.Ordinal);

    private static List<T> Lines<T>(DuckDbConnection connection, string sql, Func<DuckDbDataReader, T> read)
    {
        using DuckDbCommand command = connection.CreateCommand(sql);
        using DuckDbDataReader reader = command.ExecuteReader();
        List<T> lines = [];
        while (reader.Read())
        {
            lines.Add(read(reader));
        }

        return lines;
    }
}
