using ProdSales.Loading.Quarantine;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading.Facts;

/// <summary>Settles ids that a batch brings more than once: the highest version stays, the same row is kept once, contradictions are refused.</summary>
internal sealed class RepeatedRows(Batch batch, StarTable star, RowRules rules, FeedTally tally)
{
    private const long RowsPerSearch = 2_000_000;

    private readonly string _ofBatch = LoadedRows.OfBatch(batch);

    /// <summary>Searches the rows of the batch and settles what it finds.</summary>
    /// <param name="inputs">What the rows came from, read again when contradicting rows must be shown.</param>
    /// <param name="cancellationToken">Stops the second reading.</param>
    internal void Settle(IReadOnlyList<FeedInput> inputs, CancellationToken cancellationToken)
    {
        if (!Search())
        {
            return;
        }

        RefuseContradictions(inputs, cancellationToken);
        DropOlder();
    }

    private bool Search()
    {
        batch.Connection.Execute("CREATE OR REPLACE TEMP TABLE repeated_id (source_key SMALLINT, source_id VARCHAR)");
        long parts = (LoadedRows.Count(batch, star) / RowsPerSearch) + 1;
        for (long part = 0; part < parts; part++)
        {
            string ofPart = parts == 1 ? "" : FormattableString.Invariant($"AND hash(source_id) % {parts} = {part}");
            batch.Connection.Execute($"""
                INSERT INTO repeated_id
                SELECT source_key, source_id FROM {star.Name} WHERE {_ofBatch} {ofPart}
                GROUP BY source_key, source_id HAVING count(*) > 1
                """);
        }

        return batch.Connection.Scalar<bool>("SELECT EXISTS (FROM repeated_id)");
    }

    private void RefuseContradictions(IReadOnlyList<FeedInput> inputs, CancellationToken cancellationToken)
    {
        batch.Connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE contradicting_version AS
            SELECT source_key, source_id, version
            FROM (SELECT DISTINCT * FROM {star.Name} SEMI JOIN repeated_id USING (source_key, source_id) WHERE {_ofBatch})
            GROUP BY ALL HAVING count(*) > 1
            """);
        if (!batch.Connection.Scalar<bool>("SELECT EXISTS (FROM contradicting_version)"))
        {
            return;
        }

        batch.Connection.Execute($"""
            DELETE FROM {star.Name} AS f USING contradicting_version AS c
            WHERE f.{_ofBatch} AND f.source_key = c.source_key AND f.source_id = c.source_id AND f.version = c.version
            """);
        foreach (FeedInput input in inputs)
        {
            Show(input, cancellationToken);
        }
    }

    private void Show(FeedInput input, CancellationToken cancellationToken)
    {
        const string Contradicting = """
            appended AS a
            JOIN dim_source_system AS y ON y.source_system = a.source_system
            JOIN contradicting_version AS c ON c.source_key = y.source_key AND c.source_id = a.source_id AND c.version = a.version
            """;
        string sql = PendingRefusals.Contradictions(star, Contradicting, rules.IsGood());
        using ResultChunks chunks = input.Open(cancellationToken);
        using ChunkAppender appender = ChunkAppender.ToStatement(batch.Transaction, sql, chunks.Columns);
        while (chunks.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            appender.Append(chunks.Current);
        }

        appender.Close();
    }

    private void DropOlder()
    {
        batch.Connection.Execute($"""
            CREATE OR REPLACE TEMP TABLE surplus_row AS
            SELECT place FROM (
                SELECT f.rowid AS place, row_number() OVER (PARTITION BY f.source_key, f.source_id ORDER BY f.version DESC, f.rowid) AS rank
                FROM {star.Name} AS f SEMI JOIN repeated_id AS r ON r.source_key = f.source_key AND r.source_id = f.source_id
                WHERE f.{_ofBatch})
            WHERE rank > 1
            """);
        (long skipped, Dictionary<string, decimal> totals) = LoadedRows.Totals(batch.Connection, star, $"{star.Name} AS f WHERE f.rowid IN (SELECT place FROM surplus_row)");
        tally.AddSkipped(skipped, totals);
        Derived.DerivedFacts.NoteSurplus(batch, star);
        batch.Connection.Execute($"DELETE FROM {star.Name} WHERE rowid IN (SELECT place FROM surplus_row)");
    }
}
