using ProdSales.Loading.Facts;
using ProdSales.Loading.Intake;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading.Dimensions;

/// <summary>Loads the inputs of one dimension feed: rows become statements about members, and statements become versions.</summary>
internal sealed class DimensionLoader
{
    private readonly Batch _batch;
    private readonly StarTable _star;
    private readonly RowRules _rules;
    private readonly InferredMembers _inferred;
    private readonly FeedTally _tally;

    internal DimensionLoader(Batch batch, StarTable star)
    {
        _batch = batch;
        _star = star;
        _rules = new RowRules(star, batch.GroupCurrency, batch.Measures);
        _inferred = new InferredMembers(batch);
        _tally = new FeedTally(star.Feed);
    }

    /// <summary>Loads all inputs of the feed.</summary>
    /// <returns>What became of the rows.</returns>
    internal FeedTally Load(IReadOnlyList<FeedInput> inputs, ProgressMeter progress, CancellationToken cancellationToken)
    {
        string columns = SqlText.Join(", ", _star.Feed.Columns.Select(column => $"{SqlText.Name(column.Name)} {column.DuckDbType}"));
        _batch.Connection.Execute($"CREATE OR REPLACE TEMP TABLE incoming_row ({columns}, _file VARCHAR, _line BIGINT, _error VARCHAR)");
        foreach (FeedInput input in inputs)
        {
            Append(input, progress, cancellationToken);
            IReadOnlyList<UnreadRow> unread = input.UnreadRows();
            _batch.Refusals.Add(_star.Feed, unread);
            _tally.Read += unread.Count;
        }

        MakeNamedMembers();
        StatedRows stated = new(_batch, _star, _rules, _tally);
        stated.Collect();
        if (stated.Accept())
        {
            Timeline timeline = new(_batch, _star);
            timeline.Draw();
            _batch.Rollups.NoteDrawn(_star.Feed.Name);
            timeline.Write();
            new Rekeying(_batch, _star, timeline.ChangesRegion).Apply();
            _batch.NoteChange(_star.Name);
        }

        _batch.Known.Forget(_star.Feed.Name);
        return _tally;
    }

    private void Append(FeedInput input, ProgressMeter progress, CancellationToken cancellationToken)
    {
        RowInspector inspector = new(_star, _batch.Known, _batch.GroupCurrency);
        using ResultChunks chunks = input.Open(cancellationToken);
        InputShape.Require(input, chunks.Columns);
        using ChunkAppender appender = ChunkAppender.ToTable(_batch.Transaction, "incoming_row");
        progress.Begin(input);
        while (chunks.MoveNext())
        {
            cancellationToken.ThrowIfCancellationRequested();
            inspector.Inspect(chunks.Current);
            appender.Append(chunks.Current);
            progress.Advance(chunks.Current.Count);
        }

        appender.Close();
        _tally.Inferred += _inferred.Make(_batch.Known.TakeMissing());
        progress.End();
        _tally.AddSource(inspector.Totals);
    }

    private void MakeNamedMembers()
    {
        string x = _star.Feed.Name;
        _inferred.Make(_star, $"""
            SELECT n.source_system, n.id, top.top_key + row_number() OVER (ORDER BY n.source_key, n.id) AS member_key
            FROM (
                SELECT DISTINCT a.source_system, y.source_key, a.source_id AS id
                FROM incoming_row AS a JOIN dim_source_system AS y ON y.source_system = a.source_system
                ANTI JOIN dim_{x} AS d ON d.source_key = y.source_key AND d.{x}_id = a.source_id
                WHERE a._error IS NULL) AS n
            CROSS JOIN (SELECT max({x}_key) AS top_key FROM dim_{x}) AS top
            """);
    }
}
