using ProdSales.Loading.Intake;
using ProdSales.Loading.Star;
using ProdSales.Warehouse.Columns;

namespace ProdSales.Loading.Facts;

/// <summary>Loads the inputs of one fact feed: every row is looked at once on its way in, and set-based statements settle the rest.</summary>
internal sealed class FactLoader
{
    private readonly Batch _batch;
    private readonly StarTable _star;
    private readonly RowRules _rules;
    private readonly CandidateRows? _candidates;
    private readonly FeedTally _tally;
    private bool _mayRepeat;

    internal FactLoader(Batch batch, StarTable star)
    {
        _batch = batch;
        _star = star;
        _rules = new RowRules(star, batch.GroupCurrency, batch.Measures);
        _tally = new FeedTally(star.Feed);
        bool hasEarlierRows = batch.Connection.Scalar<bool>($"SELECT EXISTS (FROM {star.Name})");
        _candidates = hasEarlierRows ? new CandidateRows(batch, star, _tally) : null;
    }

    /// <summary>Loads all inputs of the feed.</summary>
    /// <returns>What became of the rows.</returns>
    internal FeedTally Load(IReadOnlyList<FeedInput> inputs, ProgressMeter progress, CancellationToken cancellationToken)
    {
        foreach (FeedInput input in inputs)
        {
            Append(input, progress, cancellationToken);
            IReadOnlyList<UnreadRow> unread = input.UnreadRows();
            _batch.Refusals.Add(_star.Feed, unread);
            _tally.Read += unread.Count;
        }

        _candidates?.Settle();
        if (_mayRepeat || inputs.Count > 1)
        {
            new RepeatedRows(_batch, _star, _rules, _tally).Settle(inputs, cancellationToken);
        }

        _tally.Refused = _batch.Refusals.Count(_star.Feed);
        _tally.Loaded = LoadedRows.Count(_batch, _star);
        if (_tally.Loaded > 0)
        {
            _batch.NoteChange(_star.Name);
            _tally.Replaced = _candidates?.RemoveEarlierVersions() ?? 0;
        }

        return _tally;
    }

    private void Append(FeedInput input, ProgressMeter progress, CancellationToken cancellationToken)
    {
        RowInspector inspector = new(_star, _batch.Known, _batch.GroupCurrency);
        using ResultChunks chunks = input.Open(cancellationToken);
        InputShape.Require(input, chunks.Columns);
        using FactWriter writer = new(_batch, _star, _rules, chunks.Columns, _candidates, _tally);
        using SliceHandover handover = new(writer.Write);
        progress.Begin(input);
        while (Read(chunks, inspector, progress, cancellationToken) is { } slice)
        {
            handover.Hand(slice);
        }

        handover.Finish();
        progress.End();
        _mayRepeat |= !inspector.Order.Holds;
        _tally.AddSource(inspector.Totals);
    }

    private FactSlice? Read(ResultChunks chunks, RowInspector inspector, ProgressMeter progress, CancellationToken cancellationToken)
    {
        FactSlice slice = new();
        try
        {
            while (!slice.IsFull && chunks.MoveNext())
            {
                cancellationToken.ThrowIfCancellationRequested();
                (ChunkNeeds needs, RowKeys keys) = inspector.Inspect(chunks.Current);
                slice.Add(chunks.TakeCurrent(), keys, needs);
                progress.Advance(keys.SourceKeys.Length);
            }
        }
        catch
        {
            slice.Dispose();
            throw;
        }

        slice.Missing = _batch.Known.TakeMissing();
        return slice.RowCount > 0 ? slice : null;
    }
}
