using System.Globalization;
using System.Text.Json;
using ProdSales.Feeds;
using ProdSales.Loading.Reports;
using ProdSales.Loading.Star;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Columns;
using ProdSales.Warehouse.Provider;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Loading.Quarantine;

/// <summary>Where refused rows are looked at, corrected and loaded after all.</summary>
/// <param name="database">The warehouse.</param>
/// <param name="loader">Its loader.</param>
public sealed class QuarantineDesk(WarehouseDatabase database, WarehouseLoader loader)
{
    /// <summary>Lists open rows in the order in which they were refused.</summary>
    /// <param name="feed">Only rows of this feed; null for all.</param>
    /// <param name="batchId">Only rows of this batch; null for all.</param>
    /// <param name="count">The most rows to give.</param>
    public IReadOnlyList<QuarantinedRow> Open(string? feed = null, int? batchId = null, int count = 100)
    {
        using ReaderLease lease = database.Readers.Lease();
        using DuckDbCommand command = lease.Connection.CreateCommand(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT q.quarantine_id, q.batch_id, q.feed, q.file, q.line, q.row_values,
                (SELECT string_agg(coalesce(r.column_name || ': ', '') || r.code, '; ' ORDER BY r.column_name, r.code)
                FROM quarantine_reason AS r WHERE r.quarantine_id = q.quarantine_id)
            FROM quarantine_row AS q WHERE q.state = 'open' AND {Condition(feed, batchId)} ORDER BY q.quarantine_id LIMIT {count}
            """));
        using DuckDbDataReader reader = command.ExecuteReader();
        List<QuarantinedRow> rows = [];
        while (reader.Read())
        {
            rows.Add(new QuarantinedRow(
                reader.GetInt64(0),
                reader.GetInt32(1),
                reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetInt64(4),
                reader.GetString(5),
                reader.IsDBNull(6) ? [] : reader.GetString(6).Split("; ")));
        }

        return rows;
    }

    /// <summary>Writes another value into a row, to be tried at the next replay.</summary>
    /// <param name="id">The row.</param>
    /// <param name="column">A column of its feed.</param>
    /// <param name="value">The value as text; null takes it away.</param>
    /// <returns>False when no open row has this id.</returns>
    public bool Correct(long id, string column, string? value)
    {
        string patch = JsonSerializer.Serialize(new Dictionary<string, string?>(StringComparer.Ordinal) { [column] = value });
        return database.Writer.Write(open =>
        {
            using DuckDbCommand command = open.Connection.CreateCommand("""
                UPDATE quarantine_row SET row_values = CAST(json_merge_patch(CAST(row_values AS JSON), CAST($patch AS JSON)) AS VARCHAR)
                WHERE quarantine_id = $id AND state = 'open'
                """);
            command.Parameters.Add(new DuckDbParameter("patch", patch));
            command.Parameters.Add(new DuckDbParameter("id", id));
            return command.ExecuteNonQuery() > 0;
        });
    }

    /// <summary>Gives a row up: it stays on record, and is neither shown as open nor replayed.</summary>
    /// <returns>False when no open row has this id.</returns>
    public bool Drop(long id) => database.Writer.Write(open => open.Connection.Change(string.Create(
        CultureInfo.InvariantCulture, $"UPDATE quarantine_row SET state = 'dropped' WHERE quarantine_id = {id} AND state = 'open'")) > 0);

    /// <summary>Checks open rows again as they are now, loads the good ones in one batch and marks them resolved; the others stay, with their new reasons.</summary>
    /// <param name="feed">Only rows of this feed; null for all.</param>
    /// <param name="batchId">Only rows of this batch; null for all.</param>
    /// <param name="measures">The measures that rows may name; null lets every name pass.</param>
    /// <param name="progress">Told about twice a second; null for nobody.</param>
    /// <param name="cancellationToken">Stops it; nothing of it stays.</param>
    /// <returns>The report of the batch; its refused rows name the quarantine as file and the id as line.</returns>
    public LoadReport Replay(
        string? feed = null, int? batchId = null, KnownMeasures? measures = null, IProgress<LoadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        string condition = Condition(feed, batchId);
        FeedInput[] inputs = [.. FeedCatalogue.All.Where(one => feed is null || one.Name == feed).Select(one => InputOf(one, condition)).OfType<FeedInput>()];
        LoadRequest request = new(IdentityOf(condition), RowAsText.Origin, inputs);
        return loader.Load(request, new LoadOptions { RefusedShareLimit = 1, Measures = measures }, batch => Resolve(batch, condition), progress, cancellationToken);
    }

    private static string Condition(string? feed, int? batchId) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(feed is null ? "true" : $"q.feed = {SqlText.Text(feed)}")} AND {(batchId is null ? "true" : $"q.batch_id = {batchId}")}");

    private static void Resolve(Batch batch, string condition) => batch.Connection.Execute(string.Create(CultureInfo.InvariantCulture, $"""
        UPDATE quarantine_row AS q SET state = 'resolved', resolved_batch_id = {batch.Id}
        WHERE q.state = 'open' AND q.row_values <> '{"{}"}' AND {condition} AND q.quarantine_id NOT IN (SELECT line FROM pending_refusal);
        DELETE FROM quarantine_reason WHERE quarantine_id IN (SELECT line FROM pending_refusal);
        INSERT INTO quarantine_reason
        SELECT p.line, r.* FROM pending_refusal AS p, (SELECT unnest(p.reasons, recursive := true)) AS r
        """));

    private FeedInput? InputOf(Feed feed, string condition)
    {
        using ReaderLease lease = database.Readers.Lease();
        bool hasRows = lease.Connection.Scalar<bool>(
            $"SELECT EXISTS (FROM quarantine_row AS q WHERE q.state = 'open' AND q.feed = {SqlText.Text(feed.Name)} AND q.row_values <> '{"{}"}' AND {condition})");
        return hasRows ? new FeedInput { Feed = feed, Origin = RowAsText.Origin, Open = token => Rows(feed, condition, token) } : null;
    }

    private ResultChunks Rows(Feed feed, string condition, CancellationToken cancellationToken)
    {
        using ReaderLease lease = database.Readers.Lease(cancellationToken);
        using DuckDbCommand command = lease.Connection.CreateCommand(RowAsText.Select(feed, condition));
        return command.ExecuteChunks(cancellationToken);
    }

    private string IdentityOf(string condition)
    {
        using ReaderLease lease = database.Readers.Lease();
        return lease.Connection.Scalar<string>($"""
            SELECT 'replay ' || coalesce(max(b.batch_id), 0) || ' ' || coalesce((
                SELECT md5(string_agg(q.quarantine_id || q.row_values, ' ' ORDER BY q.quarantine_id)) FROM quarantine_row AS q WHERE q.state = 'open' AND {condition}), '')
            FROM ingest_batch AS b
            """)!;
    }
}
